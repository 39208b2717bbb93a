package dev.switchback.core.sql;

import static dev.switchback.core.sql.SqlDialect.H2;
import static dev.switchback.core.sql.SqlDialect.MARIADB;
import static dev.switchback.core.sql.SqlDialect.POSTGRESQL;
import static dev.switchback.core.sql.SqlDialect.SQLITE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class SessionTracerTest {

    private static SqlStatement statement(String sql) {
        return new SqlStatement(1, 1, sql, Optional.empty());
    }

    private static SessionTrace trace(SqlDialect dialect, String sql) {
        return SessionTracer.of(dialect).trace(statement(sql));
    }

    private static Stream<Arguments> settings() {
        return Stream.of(
                Arguments.of("SET foreign_key_checks = 0", List.of(MARIADB)),
                Arguments.of("SET NAMES utf8mb4", List.of(MARIADB)),
                Arguments.of("SET sql_mode = CONCAT(@@sql_mode, ',ANSI')", List.of(MARIADB)),
                Arguments.of("/*!40101 SET @OLD_SQL_MODE = @@SQL_MODE, SQL_MODE = '' */", List.of(MARIADB)),
                Arguments.of("SET @a = 1", List.of(MARIADB, H2)),
                Arguments.of("USE other", List.of(MARIADB, H2)),
                Arguments.of("SET SCHEMA other", List.of(H2)),
                Arguments.of("SET search_path = other", List.of(POSTGRESQL)),
                Arguments.of("SELECT pg_catalog.set_config('search_path', '', false)", List.of(POSTGRESQL)),
                Arguments.of("RESET role", List.of(POSTGRESQL)),
                Arguments.of("LOAD 'auto_explain'", List.of(POSTGRESQL)),
                Arguments.of("PRAGMA foreign_keys = ON", List.of(SQLITE)),
                Arguments.of("ATTACH DATABASE 'x.db' AS x", List.of(SQLITE)));
    }

    @ParameterizedTest
    @MethodSource("settings")
    void findsSettings(String sql, List<SqlDialect> dialects) {
        for (SqlDialect dialect : dialects) {
            assertThat(trace(dialect, sql)).as("%s in %s", sql, dialect).isEqualTo(SessionTrace.SETTING);
        }
    }

    @Test
    void whatOutlivesTheSessionIsNoSetting() {
        for (String sql : List.of(
                "SET GLOBAL max_connections = 10",
                "SET PERSIST max_connections = 10",
                "SET PASSWORD = 'x'",
                "SET STATEMENT max_statement_time = 1 FOR UPDATE t SET a = 1")) {
            assertThat(trace(MARIADB, sql)).as(sql).isEqualTo(SessionTrace.NOTHING);
        }
        for (SqlDialect dialect : SqlDialect.values()) {
            for (String sql : List.of("UPDATE t SET a = 1", "CREATE TABLE t (a INTEGER)", "DELETE FROM t")) {
                assertThat(trace(dialect, sql)).as(sql).isEqualTo(SessionTrace.NOTHING);
            }
        }
    }

    private static Stream<Arguments> things() {
        return Stream.of(
                Arguments.of("CREATE TEMPORARY TABLE tmp (a INTEGER)", "TMP"),
                Arguments.of("create temp table if not exists \"tmp\" (a INTEGER)", "TMP"),
                Arguments.of("CREATE OR REPLACE TEMPORARY TABLE `x`.`tmp` AS SELECT 1", "TMP"),
                Arguments.of("CREATE CACHED LOCAL TEMPORARY TABLE größe(a INTEGER)", "GRÖSSE"),
                Arguments.of("CREATE TEMP VIEW tmp AS SELECT 1", "TMP"),
                Arguments.of("PREPARE stmt FROM @sql", "STMT"),
                Arguments.of("INSERT INTO t VALUES (1)", "LAST_INSERT_ID LAST_INSERT_ROWID"));
    }

    @ParameterizedTest
    @MethodSource("things")
    void findsThingsThatGoWithTheSession(String sql, String names) {
        for (SqlDialect dialect : SqlDialect.values()) {
            assertThat(trace(dialect, sql).makes()).as("%s", dialect).containsExactlyInAnyOrder(names.split(" "));
            assertThat(trace(dialect, sql).setting()).isFalse();
        }
    }

    @Test
    void findsVariablesWhoseValueWouldBeAnother() {
        assertThat(trace(MARIADB, "SET @id = LAST_INSERT_ID(), @b := 1").makes())
                .containsExactlyInAnyOrder("@ID", "@B");
        assertThat(trace(MARIADB, "SET @sql = (SELECT COUNT(*) FROM t)").makes())
                .containsExactly("@SQL");
        assertThat(trace(MARIADB, "SELECT MAX(id) INTO @id FROM t").makes()).containsExactly("@ID");
        assertThat(trace(MARIADB, "SELECT @id := MAX(id) FROM t").makes()).containsExactly("@ID");
        assertThat(trace(MARIADB, "SELECT a, @id FROM t").makes()).isEmpty();
        assertThat(trace(POSTGRESQL, "SELECT 1 AS a INTO TEMP tmp").makes()).containsExactly("TMP");
    }

    @Test
    void findsWhatIsGivenUp() {
        for (String sql : Arrays.asList("DROP TABLE tmp", "DROP TEMPORARY TABLE IF EXISTS tmp", "DROP VIEW \"tmp\"")) {
            assertThat(trace(MARIADB, sql).drops()).as(sql).containsExactly("TMP");
        }
        assertThat(trace(MARIADB, "DEALLOCATE PREPARE stmt").drops()).containsExactly("STMT");
        assertThat(trace(MARIADB, "DROP PREPARE stmt").drops()).containsExactly("STMT");
    }

    @Test
    void aTableThatIsOnlyCalledTemporaryIsNone() {
        for (String sql : List.of(
                "CREATE TABLE temp (a INTEGER)",
                "CREATE VIEW v AS SELECT temp FROM weather",
                "CREATE TABLE temporary_table (a INTEGER)")) {
            assertThat(trace(MARIADB, sql)).as(sql).isEqualTo(SessionTrace.NOTHING);
        }
    }

    @Test
    void seesUses() {
        SessionTracer tracer = SessionTracer.of(MARIADB);
        assertThat(tracer.uses(statement("INSERT INTO t SELECT * FROM `tmp`"), "TMP"))
                .isTrue();
        assertThat(tracer.uses(statement("INSERT INTO tmp2 SELECT * FROM my_tmp"), "TMP"))
                .isFalse();
        assertThat(tracer.uses(statement("INSERT INTO t VALUES (@id)"), "@ID")).isTrue();
        assertThat(tracer.uses(statement("INSERT INTO t VALUES (@id2, @@id)"), "@ID"))
                .isFalse();
        assertThat(tracer.uses(statement("INSERT INTO t VALUES (LAST_INSERT_ID())"), "LAST_INSERT_ID"))
                .isTrue();
        assertThat(tracer.uses(statement("INSERT INTO t VALUES (1)"), "LAST_INSERT_ID"))
                .isFalse();
    }

    @Test
    void toMakeAThingAnewIsNoUse() {
        SessionTracer tracer = SessionTracer.of(MARIADB);
        assertThat(tracer.uses(statement("SET @sql = (SELECT 1)"), "@SQL")).isFalse();
        assertThat(tracer.uses(statement("SET @sql = CONCAT(@sql, 'x')"), "@SQL"))
                .isTrue();
        assertThat(tracer.uses(statement("CREATE TEMPORARY TABLE tmp (a INT)"), "TMP"))
                .isFalse();
        assertThat(tracer.uses(statement("PREPARE stmt FROM @sql"), "STMT")).isFalse();
        assertThat(tracer.uses(statement("PREPARE stmt FROM @sql"), "@SQL")).isTrue();
    }
}
