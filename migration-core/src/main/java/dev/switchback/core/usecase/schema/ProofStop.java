package dev.switchback.core.usecase.schema;

import dev.switchback.core.domain.schema.DdlStatement;
import dev.switchback.core.domain.schema.DdlStatement.Risk;
import dev.switchback.core.port.SchemaProof.Failure;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A statement that failed when a script was tried.
 *
 * @param statement the statement
 * @param cause what the database said
 */
record ProofStop(DdlStatement statement, SQLException cause) {

    /** <a href="https://www.sqlite.org/rescode.html#constraint">SQLITE_CONSTRAINT</a>, in the last byte. */
    private static final int SQLITE_CONSTRAINT = 19;

    private static final int LAST_BYTE = 0xff;

    /** Of H2: a column that is to be required has nulls. */
    private static final String H2_NULLS = "90081";

    /** Of MariaDB: rows that a foreign key points to are not unique. */
    private static final int MARIADB_PARENT = 1834;

    /** Of PostgreSQL: an object (type, operator class), a function (aggregate, operator), a schema is not there. */
    private static final Set<String> POSTGRESQL_MISSING = Set.of("42704", "42883", "3F000");

    /** When foreign keys are looked at that are deferred: it is the statement that has said that it may not take rows. */
    static ProofStop atCommit(List<DdlStatement> statements, SQLException cause) {
        return statements.stream()
                .filter(statement -> statement.risk() != Risk.NONE)
                .reduce((first, second) -> second)
                .or(() -> statements.stream().reduce((first, second) -> second))
                .map(statement -> new ProofStop(statement, cause))
                .orElseThrow(() -> new IllegalStateException(cause));
    }

    /** Whether it is the rows that do not fit: a warning that is an error, data, or a constraint. */
    boolean rejectsRows() {
        String state = Optional.ofNullable(cause.getSQLState()).orElse("");
        String thrownBy = cause.getClass().getName();
        return state.startsWith("01")
                || state.startsWith("22")
                || state.startsWith("23")
                || state.equals(H2_NULLS)
                || (thrownBy.startsWith("org.sqlite.") && (cause.getErrorCode() & LAST_BYTE) == SQLITE_CONSTRAINT)
                || cause.getErrorCode() == MARIADB_PARENT;
    }

    /** Whether the script says that the statement can fail; that a new column cannot be computed goes without saying. */
    boolean isExpected() {
        return statement.risk() != Risk.NONE || statement.sql().contains(" GENERATED ALWAYS AS (");
    }

    Failure failure(boolean down) {
        String said = String.valueOf(cause.getMessage());
        return new Failure(
                down,
                rejectsRows() ? "it does not take the rows that were there: " + said : said,
                Optional.of(statement.sql()),
                Optional.empty(),
                isMissing(cause));
    }

    /** Whether PostgreSQL said that something is not there that is no table, column or other thing that scripts make. */
    static boolean isMissing(SQLException cause) {
        return cause.getSQLState() != null && POSTGRESQL_MISSING.contains(cause.getSQLState());
    }

    String note(boolean down) {
        return (down ? "the way down" : "the migration") + " fails on rows that do not fit: "
                + statement.sql().lines().findFirst().orElse("");
    }
}
