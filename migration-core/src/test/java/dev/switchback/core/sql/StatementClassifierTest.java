package dev.switchback.core.sql;

import static dev.switchback.core.sql.SqlDialect.H2;
import static dev.switchback.core.sql.SqlDialect.MARIADB;
import static dev.switchback.core.sql.SqlDialect.POSTGRESQL;
import static dev.switchback.core.sql.SqlDialect.SQLITE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

final class StatementClassifierTest {
    private record Example(String sql, String expected, List<SqlDialect> dialects) {
        static Example of(String sql, String expected, SqlDialect... dialects) {
            return new Example(sql, expected, dialects.length == 0 ? List.of(SqlDialect.values()) : List.of(dialects));
        }
    }

    private static StatementFacts classify(SqlDialect dialect, String sql) {
        return StatementClassifier.of(dialect).classify(sql);
    }

    private static Stream<Example> controls() {
        return Stream.of(
                Example.of("begin", "BEGIN"),
                Example.of("Begin Transaction", "BEGIN"),
                Example.of("start transaction read write", "START TRANSACTION"),
                Example.of("commit", "COMMIT"),
                Example.of("/* a */ COMMIT -- b\n work", "COMMIT"),
                Example.of("rollback", "ROLLBACK"),
                Example.of("rollback work", "ROLLBACK"),
                Example.of("end", "END", POSTGRESQL, SQLITE),
                Example.of("end transaction", "END", POSTGRESQL, SQLITE),
                Example.of("abort", "ABORT", POSTGRESQL),
                Example.of("prepare transaction 'x'", "PREPARE TRANSACTION", POSTGRESQL),
                Example.of("commit prepared 'x'", "COMMIT"),
                Example.of("prepare commit x", "PREPARE COMMIT", H2),
                Example.of("xa start 'x'", "XA", MARIADB),
                Example.of("set autocommit = 0", "SET autocommit", MARIADB, H2),
                Example.of("set autocommit off", "SET autocommit", H2),
                Example.of("set @@session.autocommit := 0", "SET autocommit", MARIADB),
                Example.of("set @a = 1, autocommit=1", "SET autocommit", MARIADB),
                Example.of("/*!40101 set autocommit=0 */", "SET autocommit", MARIADB));
    }

    @ParameterizedTest
    @MethodSource("controls")
    void findsTransactionControl(Example example) {
        for (SqlDialect dialect : SqlDialect.values()) {
            StatementFacts facts = classify(dialect, example.sql());
            if (example.dialects().contains(dialect)) {
                assertThat(facts.transactionControl()).as("%s", dialect).contains(example.expected());
                assertThat(facts.transactionControl().isPresent()).isTrue();
            } else {
                assertThat(facts.transactionControl()).as("%s", dialect).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void findsNoTransactionControlInStringsCommentsAndNames(SqlDialect dialect) {
        List<String> harmless = List.of(
                "savepoint a",
                "release savepoint a",
                "rollback to a",
                "rollback work to savepoint a",
                "select 'commit; rollback; begin; start transaction'",
                "insert into log values ('COMMIT')",
                "-- commit\nselect 1",
                "/* begin; */ select 1",
                "select 1 -- ; commit",
                "select \"commit\" from \"begin\"",
                "update commit set begin = 1 where x = 2",
                "create table commit(begin int)",
                "set names 'autocommit'",
                "start_slave");
        for (String sql : harmless) {
            assertThat(classify(dialect, sql).transactionControl()).as(sql).isEmpty();
        }
    }

    @Test
    void findsNoTransactionControlInsideBodiesAndDollarQuotes() {
        assertThat(classify(POSTGRESQL, "do $$ begin commit; rollback; end $$")
                        .transactionControl()
                        .isPresent())
                .isFalse();
        assertThat(classify(POSTGRESQL, "create function f() returns int begin atomic select 1; end")
                        .transactionControl()
                        .isPresent())
                .isFalse();
        assertThat(classify(MARIADB, "begin not atomic select 1; end")
                        .transactionControl()
                        .isPresent())
                .isFalse();
        assertThat(classify(MARIADB, "create procedure p() begin start transaction; commit; end")
                        .transactionControl()
                        .isPresent())
                .isFalse();
        assertThat(classify(MARIADB, "set @autocommit = 1, @old = @@autocommit")
                        .transactionControl()
                        .isPresent())
                .isFalse();
        assertThat(classify(MARIADB, "# commit\nselect 1").transactionControl().isPresent())
                .isFalse();
    }

    private static Stream<Example> outside() {
        return Stream.of(
                Example.of("vacuum", "VACUUM", POSTGRESQL, SQLITE),
                Example.of("vacuum (full) t", "VACUUM", POSTGRESQL, SQLITE),
                Example.of("create index concurrently i on t(a)", "CREATE INDEX CONCURRENTLY", POSTGRESQL),
                Example.of("create unique index concurrently on t(a)", "CREATE INDEX CONCURRENTLY", POSTGRESQL),
                Example.of("drop index concurrently if exists i", "DROP INDEX CONCURRENTLY", POSTGRESQL),
                Example.of("reindex (verbose) table concurrently t", "REINDEX CONCURRENTLY", POSTGRESQL),
                Example.of("reindex (verbose, concurrently) table t", "REINDEX CONCURRENTLY", POSTGRESQL),
                Example.of("reindex schema public", "REINDEX SCHEMA", POSTGRESQL),
                Example.of("reindex (verbose) database d", "REINDEX DATABASE", POSTGRESQL),
                Example.of("create database d", "CREATE DATABASE", POSTGRESQL),
                Example.of("drop database d", "DROP DATABASE", POSTGRESQL),
                Example.of("create tablespace t location '/x'", "CREATE TABLESPACE", POSTGRESQL),
                Example.of("drop tablespace t", "DROP TABLESPACE", POSTGRESQL),
                Example.of("create subscription s connection '' publication p", "CREATE SUBSCRIPTION", POSTGRESQL),
                Example.of("alter system set work_mem = '1GB'", "ALTER SYSTEM", POSTGRESQL),
                Example.of("alter database d set tablespace t", "ALTER DATABASE SET TABLESPACE", POSTGRESQL),
                Example.of(
                        "alter table t detach partition p concurrently",
                        "ALTER TABLE DETACH PARTITION CONCURRENTLY",
                        POSTGRESQL),
                Example.of("discard all", "DISCARD ALL", POSTGRESQL),
                Example.of("cluster", "CLUSTER without a table", POSTGRESQL),
                Example.of("pragma foreign_keys = off", "PRAGMA FOREIGN_KEYS", SQLITE),
                Example.of("PRAGMA main.journal_mode=WAL", "PRAGMA JOURNAL_MODE", SQLITE),
                Example.of("pragma synchronous(1)", "PRAGMA SYNCHRONOUS", SQLITE));
    }

    @ParameterizedTest
    @MethodSource("outside")
    void findsWhatCannotRunInATransaction(Example example) {
        for (SqlDialect dialect : SqlDialect.values()) {
            StatementFacts facts = classify(dialect, example.sql());
            assertThat(facts.outsideTransaction())
                    .as("%s", dialect)
                    .isEqualTo(
                            example.dialects().contains(dialect) ? Optional.of(example.expected()) : Optional.empty());
            assertThat(facts.isOutsideTransaction())
                    .isEqualTo(example.dialects().contains(dialect));
        }
    }

    @ParameterizedTest
    @EnumSource
    void letsEverythingElseRunInATransaction(SqlDialect dialect) {
        List<String> harmless = List.of(
                "create index i on t(concurrently)",
                "create index \"CONCURRENTLY\" on t(a)",
                "alter type mood add value 'ok'",
                "refresh materialized view concurrently v",
                "reindex table t",
                "cluster t using i",
                "alter table t detach partition p",
                "alter database d set work_mem = 1",
                "pragma user_version = 3",
                "pragma defer_foreign_keys = on",
                "select 'vacuum'");
        for (String sql : harmless) {
            assertThat(classify(dialect, sql).outsideTransaction()).as(sql).isEmpty();
        }
    }

    private static Stream<Example> destructive() {
        return Stream.of(
                Example.of("drop table if exists t", "DROP TABLE"),
                Example.of("drop schema s cascade", "DROP SCHEMA"),
                Example.of("drop database d", "DROP DATABASE"),
                Example.of("drop owned by x", "DROP OWNED"),
                Example.of("drop all objects", "DROP ALL OBJECTS"),
                Example.of("truncate t", "TRUNCATE"),
                Example.of("create or replace table t (a int)", "CREATE OR REPLACE TABLE"),
                Example.of("alter table t drop column a", "DROP COLUMN"),
                Example.of("alter table t drop a", "DROP COLUMN"),
                Example.of("alter table t drop \"a\"", "DROP COLUMN"),
                Example.of("alter table t add column b int default (1), drop if exists a", "DROP COLUMN"),
                Example.of("alter table t drop partition p", "DROP PARTITION"),
                Example.of("alter table t truncate partition p", "TRUNCATE PARTITION"),
                Example.of("delete from t", "DELETE without WHERE"),
                Example.of("delete from t -- where a = 1", "DELETE without WHERE"),
                Example.of("update t set a = 'where'", "UPDATE without WHERE"),
                Example.of("update t set a = (select 1 from u where 1 = 1)", "UPDATE without WHERE"),
                Example.of("with x as (select 1 where 1 = 1) delete from t", "DELETE without WHERE"),
                Example.of("WITH x AS (SELECT 1), y AS (SELECT 2) UPDATE t SET a = 1", "UPDATE without WHERE"));
    }

    @ParameterizedTest
    @MethodSource("destructive")
    void findsWhatThrowsRowsAway(Example example) {
        for (SqlDialect dialect : SqlDialect.values()) {
            assertThat(classify(dialect, example.sql()).destructive())
                    .as("%s", dialect)
                    .contains(example.expected());
            assertThat(classify(dialect, example.sql()).isDestructive()).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource
    void findsNothingDestructiveInTheRest(SqlDialect dialect) {
        List<String> harmless = List.of(
                "delete from t where a = 1",
                "update t set a = 1 where b = 2",
                "with x as (select 1) update t set a = 1 where b = 2",
                "with x as (delete from t where a = 1 returning b) select * from x",
                "insert into t select 1 from u",
                "drop index i",
                "drop view v",
                "drop temporary table t",
                "alter table t drop constraint c, alter column a drop not null, alter b drop default",
                "alter table t drop primary key, drop index i",
                "alter table t add column dropped int",
                "alter type y drop attribute a",
                "select 'drop table t'",
                "create table t(a int) /* drop table t */");
        for (String sql : harmless) {
            assertThat(classify(dialect, sql).destructive()).as(sql).isEmpty();
        }
    }

    /** What was tried on MariaDB 11.4 and H2 2.5: a savepoint, or the number of the transaction, before and after. */
    @ParameterizedTest
    @EnumSource(names = {"H2", "MARIADB"})
    void tellsWhatCommitsByItself(SqlDialect dialect) {
        for (String sql : List.of(
                "create table t(a int)",
                "create table if not exists t(a int)",
                "alter table t add b int",
                "DROP VIEW v",
                "truncate t",
                "grant select on t to u",
                "/* a */ revoke select on t from u",
                "analyze table t")) {
            assertThat(classify(dialect, sql).commit()).as(sql).isEqualTo(ImplicitCommit.ALWAYS);
        }
        for (String sql : List.of(
                "insert into create values (1)",
                "(select 1)",
                "(select 1) union (select 2)",
                "with a as (select 1) select 2",
                "update t set a = 1",
                "delete from t",
                "replace into t values (1)",
                "savepoint a",
                "rollback to a",
                "use other",
                "set @a = 1",
                "show tables",
                "explain select 1",
                "")) {
            assertThat(classify(dialect, sql).commit()).as(sql).isEqualTo(ImplicitCommit.NEVER);
        }
        for (String sql : List.of("call p()", "no_word_of_ours")) {
            assertThat(classify(dialect, sql).commit()).as(sql).isEqualTo(ImplicitCommit.PERHAPS);
        }
    }

    @Test
    void tellsWhatCommitsByItselfInMariadbAlone() {
        for (String sql : List.of(
                "lock tables t write",
                "unlock tables",
                "flush tables",
                "rename table a to b",
                "/*!40000 ALTER TABLE t DISABLE KEYS */",
                "load index into cache t",
                "optimize table t",
                "check table t",
                "reset query cache")) {
            assertThat(classify(MARIADB, sql).commit()).as(sql).isEqualTo(ImplicitCommit.ALWAYS);
        }
        for (String sql : List.of(
                "set foreign_key_checks = 0",
                "set names utf8mb4",
                "prepare s from @sql",
                "deallocate prepare s",
                "do sleep(1)",
                "create temporary table t(a int)",
                "create or replace temporary table t(a int)",
                "drop temporary table t",
                "handler t open",
                "load data infile 'x' into table t")) {
            assertThat(classify(MARIADB, sql).commit()).as(sql).isEqualTo(ImplicitCommit.NEVER);
        }
        for (String sql : List.of(
                "execute s",
                "begin not atomic create table t(a int); end",
                "set password = password('x')",
                "set statement max_statement_time = 1 for create table t(a int)")) {
            assertThat(classify(MARIADB, sql).commit()).as(sql).isEqualTo(ImplicitCommit.PERHAPS);
        }
    }

    @Test
    void tellsWhatCommitsByItselfInH2Alone() {
        assertThat(classify(H2, "comment on table t is 'x'").commit()).isEqualTo(ImplicitCommit.ALWAYS);
        assertThat(classify(H2, "execute immediate 'create table t(a int)'").commit())
                .isEqualTo(ImplicitCommit.ALWAYS);
        assertThat(classify(H2, "set schema other").commit()).isEqualTo(ImplicitCommit.NEVER);
        assertThat(classify(H2, "set referential_integrity false").commit()).isEqualTo(ImplicitCommit.ALWAYS);
        assertThat(classify(H2, "create local temporary table t(a int)").commit())
                .isEqualTo(ImplicitCommit.ALWAYS);
        assertThat(classify(H2, "merge into t key(a) values (1)").commit()).isEqualTo(ImplicitCommit.NEVER);
    }

    @Test
    void nothingCommitsByItselfWhereDefinitionsAreTransactional() {
        for (SqlDialect dialect : List.of(POSTGRESQL, SQLITE)) {
            assertThat(classify(dialect, "create table t(a int)").commit()).isEqualTo(ImplicitCommit.NEVER);
        }
        assertThat(classify(POSTGRESQL, "call p()").commit()).isEqualTo(ImplicitCommit.PERHAPS);
        assertThat(classify(POSTGRESQL, "do $$ begin commit; end $$").commit()).isEqualTo(ImplicitCommit.PERHAPS);
    }

    @ParameterizedTest
    @EnumSource
    void readsKeywordsTheSameInTheTurkishLocale(SqlDialect dialect) {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("tr-TR"));
        try {
            assertThat(classify(dialect, "commit").transactionControl().isPresent())
                    .isTrue();
            assertThat(classify(dialect, "begin").transactionControl().isPresent())
                    .isTrue();
            assertThat(classify(dialect, "alter table t add i int, drop column i")
                            .isDestructive())
                    .isTrue();
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void classifiesAStatementOfTheSplitter() {
        SqlStatement statement =
                SqlSplitter.of(H2).split("-- a\ntruncate table t;", "x.sql").get(0);
        assertThat(StatementClassifier.of(H2).classify(statement).destructive()).contains("TRUNCATE");
    }
}
