package dev.switchback.core.sql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What must not run in a scratch database, because it would not stay there. */
final class ReachTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ALTER ROLE app PASSWORD 'x'
            alter user app set work_mem = '9MB'
            CREATE ROLE app
            /* a */ drop role if exists app
            CREATE DATABASE other
            ALTER DATABASE shop SET work_mem = '9MB'
            ALTER SYSTEM SET work_mem = '9MB'
            CREATE TABLESPACE fast LOCATION '/fast'
            CREATE SUBSCRIPTION s CONNECTION 'host=other' PUBLICATION p
            GRANT reader TO app
            GRANT CONNECT ON DATABASE shop TO app
            REVOKE reader FROM app
            COMMENT ON DATABASE shop IS 'x'
            COMMENT ON ROLE app IS 'x'
            REASSIGN OWNED BY app TO other
            DROP OWNED BY app
            """)
    void concernsTheServerOfPostgresql(String sql) {
        assertThat(reach(SqlDialect.POSTGRESQL, sql)).isEqualTo(Reach.SERVER);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            CREATE USER 'app'@'%' IDENTIFIED BY 'x'
            ALTER USER app IDENTIFIED BY 'x'
            CREATE OR REPLACE USER app
            RENAME USER app TO other
            DROP ROLE reader
            SET PASSWORD FOR app = PASSWORD('x')
            SET GLOBAL max_connections = 9
            SET PERSIST max_connections = 9
            SET @@GLOBAL.max_connections = 9
            SET DEFAULT ROLE reader FOR app
            GRANT SELECT ON shop.* TO app
            GRANT SELECT ON book TO app
            REVOKE ALL ON *.* FROM app
            FLUSH PRIVILEGES
            CREATE DATABASE other
            ALTER DATABASE shop CHARACTER SET utf8mb4
            DROP SCHEMA other
            CREATE SERVER s FOREIGN DATA WRAPPER mysql OPTIONS (HOST 'other')
            INSTALL PLUGIN p SONAME 'p.so'
            CREATE FUNCTION f RETURNS STRING SONAME 'f.so'
            """)
    void concernsTheServerOfMariadb(String sql) {
        assertThat(reach(SqlDialect.MARIADB, sql)).isEqualTo(Reach.SERVER);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            SQLITE     | ATTACH DATABASE 'other.db' AS o
            SQLITE     | VACUUM INTO 'copy.db'
            SQLITE     | vacuum main into 'copy.db'
            H2         | CALL CSVWRITE('book.csv', 'SELECT * FROM book')
            H2         | SELECT COUNT(*) FROM (SELECT FILE_WRITE(x, 'f') FROM book)
            H2         | SCRIPT TO 'dump.sql'
            H2         | RUNSCRIPT FROM 'dump.sql'
            H2         | BACKUP TO 'copy.zip'
            H2         | CREATE LINKED TABLE other('driver', 'url', 'user', 'password', 'book')
            POSTGRESQL | COPY book TO '/tmp/book.csv'
            POSTGRESQL | COPY (SELECT 1) TO PROGRAM 'cat'
            POSTGRESQL | COPY book FROM PROGRAM 'cat'
            POSTGRESQL | SELECT * FROM dblink('dbname=shop', 'DELETE FROM book RETURNING 1') AS t(i int)
            POSTGRESQL | SELECT lo_export(1, '/tmp/x')
            MARIADB    | USE other
            MARIADB    | SELECT * FROM book INTO OUTFILE '/tmp/book.csv'
            """)
    void goesElsewhere(SqlDialect dialect, String sql) {
        assertThat(reach(dialect, sql)).isEqualTo(Reach.ELSEWHERE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            POSTGRESQL | CREATE TABLE "user" (id int)
            POSTGRESQL | CREATE USER MAPPING FOR app SERVER s
            POSTGRESQL | ALTER TABLE database ADD role text
            POSTGRESQL | GRANT SELECT (a, b), INSERT, UPDATE, DELETE, TRUNCATE ON TABLE book TO app
            POSTGRESQL | GRANT USAGE ON SCHEMA public TO app
            POSTGRESQL | ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO app
            POSTGRESQL | COMMENT ON TABLE book IS 'COPY book TO PROGRAM'
            POSTGRESQL | COPY book FROM stdin
            POSTGRESQL | COPY book TO STDOUT
            POSTGRESQL | SET ROLE app
            POSTGRESQL | ALTER ROUTINE f() RENAME TO g
            MARIADB    | ALTER DATABASE CHARACTER SET utf8mb4
            MARIADB    | CREATE TABLE user (role INT, server INT)
            MARIADB    | SET SESSION sql_mode = ''
            MARIADB    | INSERT INTO book VALUES ('INTO OUTFILE')
            SQLITE     | VACUUM
            SQLITE     | CREATE TABLE attach (a)
            H2         | CREATE TABLE csvwrite (script INT)
            H2         | CREATE USER app PASSWORD 'x'
            H2         | INSERT INTO book VALUES ('CSVWRITE(1)')
            """)
    void staysInTheDatabase(SqlDialect dialect, String sql) {
        assertThat(reach(dialect, sql)).isEqualTo(Reach.DATABASE);
    }

    private static Reach reach(SqlDialect dialect, String sql) {
        return StatementClassifier.of(dialect).reach(sql);
    }
}
