package dev.switchback.core.domain;

import dev.switchback.core.sql.ScriptText;
import java.util.Objects;

/**
 * One SQL file, read and decoded; or what a file in the format of an engine is to the database.
 *
 * @param file the file name
 * @param text the canonical text: no byte order mark, line ends are LF; what checksums are computed on
 * @param sql what is run: the text with its placeholders replaced; the same object where there are none. Of a file in the
 *     format of an engine it is generated, and asking for it can throw {@link dev.switchback.core.sql.SqlSyntaxProblem}
 * @param transaction what the file says about transactions
 */
public record SqlScript(String file, ScriptText text, ScriptText sql, Transaction transaction) {

    /** What a file says about transactions, in a directive or in its {@code .conf}. */
    public enum Transaction {
        /** Nothing: in one transaction, unless a statement in it refuses that. */
        AUTO,
        /** {@code -- switchback: transaction=off} or {@code executeInTransaction=false}. */
        OFF
    }

    /** A script from texts in memory. */
    public SqlScript(String file, String text, String sql, Transaction transaction) {
        this(file, ScriptText.of(text), ScriptText.of(sql), transaction);
    }

    /** Checks that everything is there. */
    public SqlScript {
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(sql, "sql");
        Objects.requireNonNull(transaction, "transaction");
    }

    /** Whether the file holds something else than SQL, of which {@link #sql()} is made. */
    public boolean isGenerated() {
        return sql.isGenerated();
    }

    /** Names the file only: the values of placeholders in {@link #sql()} may be secret. */
    @Override
    public String toString() {
        return "SqlScript[" + file + ", transaction " + transaction + "]";
    }
}
