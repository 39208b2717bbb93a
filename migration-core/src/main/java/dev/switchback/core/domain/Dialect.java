package dev.switchback.core.domain;

import dev.switchback.api.config.DatabaseKind;
import dev.switchback.core.sql.SqlDialect;

/** What differs between the databases, as facts. */
public enum Dialect {
    /** SQLite: <a href="https://sqlite.org/lang_transaction.html">DDL is transactional</a>, one writer at a time. */
    SQLITE(SqlDialect.SQLITE, true),
    /** H2: <a href="https://h2database.com/html/grammar.html">DDL commits</a> what was before it. */
    H2(SqlDialect.H2, false),
    /** PostgreSQL: DDL is transactional, but for a few commands. */
    POSTGRESQL(SqlDialect.POSTGRESQL, true),
    /** MariaDB and MySQL: <a href="https://mariadb.com/kb/en/sql-statements-that-cause-an-implicit-commit/">DDL commits</a>. */
    MARIADB(SqlDialect.MARIADB, false);

    private final SqlDialect sql;
    private final boolean transactionalDdl;

    Dialect(SqlDialect sql, boolean transactionalDdl) {
        this.sql = sql;
        this.transactionalDdl = transactionalDdl;
    }

    /**
     * The dialect of a database.
     *
     * @param kind the kind of database
     * @return its dialect
     */
    public static Dialect of(DatabaseKind kind) {
        return switch (kind) {
            case SQLITE -> SQLITE;
            case H2 -> H2;
            case POSTGRESQL -> POSTGRESQL;
            case MARIADB, MYSQL -> MARIADB;
        };
    }

    /** Its lexical rules. */
    public SqlDialect sql() {
        return sql;
    }

    /** Whether a failed migration with DDL in it is rolled back whole. */
    public boolean transactionalDdl() {
        return transactionalDdl;
    }
}
