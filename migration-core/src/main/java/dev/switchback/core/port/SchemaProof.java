package dev.switchback.core.port;

import dev.switchback.core.domain.schema.DatabaseSchema;
import dev.switchback.core.domain.schema.DdlStatement;
import dev.switchback.core.domain.schema.SchemaDifference;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Tries a migration out before it is written. */
public interface SchemaProof {

    /**
     * Runs the way up, and then the way down, in scratch databases: without rows, and with rows that satisfy the
     * constraints. The way up must reach the desired schema and the way down the first one, and rows must be kept, but for
     * what a statement says it loses or rejects.
     *
     * @param trial what to try
     * @return what came out
     * @throws dev.switchback.api.error.SwitchbackException if there can be no scratch database
     */
    Verdict prove(Trial trial);

    /** Builds the first schema. */
    interface Start {
        /**
         * Builds it.
         *
         * @param connection to an empty scratch database, in the schema of the migrations, with auto-commit on
         * @throws SQLException if the database fails
         */
        void build(Connection connection) throws SQLException;
    }

    /**
     * What to try.
     *
     * @param start builds the first schema; called for each scratch database
     * @param from the first schema, as inspected
     * @param to the desired one, as inspected
     * @param up the way from the first to the desired
     * @param down the way back; empty if there is to be none
     */
    record Trial(
            Start start,
            DatabaseSchema from,
            DatabaseSchema to,
            List<DdlStatement> up,
            Optional<List<DdlStatement>> down) {
        /** Copies the lists. */
        public Trial {
            up = List.copyOf(up);
            down = down.map(List::copyOf);
        }
    }

    /**
     * What came out.
     *
     * @param failures what does not hold; empty if all of it is proven
     * @param notes what a reader of the migration should know, such as that rows could not be made for a table
     */
    record Verdict(List<Failure> failures, List<String> notes) {
        /** Copies the lists. */
        public Verdict {
            failures = List.copyOf(failures);
            notes = List.copyOf(notes);
        }

        /** Whether all of it is proven. */
        public boolean holds() {
            return failures.isEmpty();
        }
    }

    /**
     * Something that does not hold.
     *
     * @param down whether it is the way down
     * @param reason what happened, as a sentence without a full stop: what the database said, or which rows are gone
     * @param statement the statement that failed, if one did
     * @param remaining what still differs at the end of the way, if it got there
     * @param missing whether the database said that something is not there that no schema here holds, such as a type of an
     *     extension
     */
    record Failure(
            boolean down,
            String reason,
            Optional<String> statement,
            Optional<SchemaDifference> remaining,
            boolean missing) {
        /** A failure for which nothing is missing. */
        public Failure(boolean down, String reason, Optional<String> statement, Optional<SchemaDifference> remaining) {
            this(down, reason, statement, remaining, false);
        }
    }
}
