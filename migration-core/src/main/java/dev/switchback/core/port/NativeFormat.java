package dev.switchback.core.port;

import dev.switchback.core.domain.MigrationFileName;
import dev.switchback.core.sql.ScriptText;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Migrations in a format of the engine's own. Such a file becomes SQL before it is run, so that whatever holds for SQL
 * files (the plan, the journal, the checks) holds for it too. Its files are named like SQL files and end in one of
 * {@link MigrationFileName#NATIVE_SUFFIXES}. Bound to one kind of database; thread-safe.
 */
public interface NativeFormat {

    /**
     * A file to be read.
     *
     * @param name its name
     * @param path its path, as {@code Migration.script} has it
     * @param origin what messages call it
     * @param text its text as it is written
     * @param values puts the values of placeholders into a text of it. Only what has been read is replaced, so that a value
     *     is never taken for a part of the format, nor shown as one; throws
     *     {@link dev.switchback.core.sql.SqlSyntaxProblem} for one without a value
     */
    record NativeFile(MigrationFileName name, String path, String origin, String text, UnaryOperator<String> values) {
        /** Checks that everything is there. */
        public NativeFile {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(path, "path");
            Objects.requireNonNull(origin, "origin");
            Objects.requireNonNull(text, "text");
            Objects.requireNonNull(values, "values");
        }

        /** Names the file only: its text may be long. */
        @Override
        public String toString() {
            return "NativeFile[" + path + "]";
        }
    }

    /**
     * Why a file cannot be used.
     *
     * @param line where, from 1
     * @param reason the rest of a sentence that begins with the file
     * @param advice what to do
     */
    record Fault(int line, String reason, String advice) {
        /** Checks that everything is there. */
        public Fault {
            Objects.requireNonNull(reason, "reason");
            Objects.requireNonNull(advice, "advice");
        }
    }

    /**
     * What a file says.
     *
     * @param faults why it cannot be used; empty if it can
     * @param transactional whether it may run in a transaction
     * @param irreversible why it cannot be reverted, if it says so
     * @param up the SQL that applies it
     * @param down the SQL that reverts it; empty if there is none
     * @param ownDown whether the file itself says what reverts it; otherwise the engine knows, and a down script goes first
     */
    record Reading(
            List<Fault> faults,
            boolean transactional,
            Optional<String> irreversible,
            ScriptText up,
            Optional<ScriptText> down,
            boolean ownDown) {
        /** Copies the list. */
        public Reading {
            faults = List.copyOf(faults);
            Objects.requireNonNull(irreversible, "irreversible");
            Objects.requireNonNull(up, "up");
            Objects.requireNonNull(down, "down");
        }
    }

    /**
     * Reads a file. Called for each file whenever a source is loaded, by reading commands too: loads no class of the
     * engine's library, and connects to nothing. The texts in it are generated when they are first read; that may load
     * the library, and throws {@link dev.switchback.core.sql.SqlSyntaxProblem} if no SQL can be made.
     *
     * @param file the file
     * @return what it says; with faults the texts may be anything
     */
    Reading read(NativeFile file);

    /**
     * The text of a new file, in which nothing is to be run yet: reading it gives a fault. Called by {@code create}.
     *
     * @param name its name
     * @param remarks what it is to say about itself, a sentence each
     * @param withDown whether there is a place for what reverts it
     * @return the text
     */
    String template(MigrationFileName name, List<String> remarks, boolean withDown);

    /**
     * The text of a file that gets another name. Called by {@code rebase}.
     *
     * @param text the text
     * @param from its name
     * @param to its new name
     * @return the text that says the new name; empty if the place for it cannot be found
     */
    Optional<String> renamed(String text, MigrationFileName from, MigrationFileName to);
}
