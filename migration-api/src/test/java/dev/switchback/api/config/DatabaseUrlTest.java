package dev.switchback.api.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.api.model.ServerAddress;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DatabaseUrlTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # given                                      | kind       | JDBC URL                                        | shown
            postgres://u:p@db.internal/shop              | POSTGRESQL | jdbc:postgresql://db.internal:5432/shop         | shop @ db.internal:5432
            POSTGRES://u:p@db.internal/shop              | POSTGRESQL | jdbc:postgresql://db.internal:5432/shop         | shop @ db.internal:5432
            postgresql://localhost:5433/shop             | POSTGRESQL | jdbc:postgresql://localhost:5433/shop           | shop @ localhost:5433
            postgresql+psycopg2://h/db                   | POSTGRESQL | jdbc:postgresql://h:5432/db                     | db @ h:5432
            postgresql+psycopg://h/db                    | POSTGRESQL | jdbc:postgresql://h:5432/db                     | db @ h:5432
            postgresql+asyncpg://h/db                    | POSTGRESQL | jdbc:postgresql://h:5432/db                     | db @ h:5432
            postgresql+pg8000://h/db                     | POSTGRESQL | jdbc:postgresql://h:5432/db                     | db @ h:5432
            postgres://db_1/shop                         | POSTGRESQL | jdbc:postgresql://db_1:5432/shop                | shop @ db_1:5432
            postgres://[::1]/shop                        | POSTGRESQL | jdbc:postgresql://[::1]:5432/shop               | shop @ [::1]:5432
            postgres://[2001:db8::7]:6000/shop           | POSTGRESQL | jdbc:postgresql://[2001:db8::7]:6000/shop       | shop @ [2001:db8::7]:6000
            postgres://a,b:5433,[::1]/shop               | POSTGRESQL | jdbc:postgresql://a:5432,b:5433,[::1]:5432/shop | shop @ a:5432,b:5433,[::1]:5432
            postgres:///shop                             | POSTGRESQL | jdbc:postgresql://localhost:5432/shop           | shop @ localhost:5432
            postgres://h                                 | POSTGRESQL | jdbc:postgresql://h:5432/                       | h:5432
            postgres://h/my%20db%2Bx%2Fy                 | POSTGRESQL | jdbc:postgresql://h:5432/my%20db%2Bx%2Fy        | my db+x/y @ h:5432
            postgres://h/a+b                             | POSTGRESQL | jdbc:postgresql://h:5432/a%2Bb                  | a+b @ h:5432
            mysql://u:p@h/db                             | MYSQL      | jdbc:mariadb://h:3306/db                        | db @ h:3306
            mysql2://h/db                                | MYSQL      | jdbc:mariadb://h:3306/db                        | db @ h:3306
            mysql+pymysql://h/db                         | MYSQL      | jdbc:mariadb://h:3306/db                        | db @ h:3306
            mariadb://h:3307/my%20db                     | MARIADB    | jdbc:mariadb://h:3307/my db                     | my db @ h:3307
            mariadb+mariadbconnector://h/db              | MARIADB    | jdbc:mariadb://h:3306/db                        | db @ h:3306
            sqlite:///rel.db                             | SQLITE     | jdbc:sqlite:rel.db                              | rel.db
            sqlite:////var/abs.db                        | SQLITE     | jdbc:sqlite:/var/abs.db                         | /var/abs.db
            sqlite:///my%20app.db                        | SQLITE     | jdbc:sqlite:my app.db                           | my app.db
            sqlite:///my app.db                          | SQLITE     | jdbc:sqlite:my app.db                           | my app.db
            sqlite://                                    | SQLITE     | jdbc:sqlite::memory:                            | :memory:
            sqlite:///                                   | SQLITE     | jdbc:sqlite::memory:                            | :memory:
            sqlite:///:memory:                           | SQLITE     | jdbc:sqlite::memory:                            | :memory:
            sqlite::memory:                              | SQLITE     | jdbc:sqlite::memory:                            | :memory:
            sqlite:////home/me@corp/app.db               | SQLITE     | jdbc:sqlite:/home/me@corp/app.db                | /home/me@corp/app.db
            sqlite:rel.db                                | SQLITE     | jdbc:sqlite:rel.db                              | rel.db
            sqlite:100%.db                               | SQLITE     | jdbc:sqlite:100%.db                             | 100%.db
            sqlite:/var/abs.db                           | SQLITE     | jdbc:sqlite:/var/abs.db                         | /var/abs.db
            sqlite3:db/rel.db                            | SQLITE     | jdbc:sqlite:db/rel.db                           | db/rel.db
            sqlite3:///rel.db                            | SQLITE     | jdbc:sqlite:rel.db                              | rel.db
            file:./dev.db                                | SQLITE     | jdbc:sqlite:./dev.db                            | ./dev.db
            file:./dev.db?connection_limit=1             | SQLITE     | jdbc:sqlite:./dev.db                            | ./dev.db
            file:///var/abs.db                           | SQLITE     | jdbc:sqlite:/var/abs.db                         | /var/abs.db
            file:my%20app.db?mode=ro                     | SQLITE     | jdbc:sqlite:file:my%20app.db?mode=ro            | my app.db
            sqlite:///file:app.db?mode=ro&uri=true       | SQLITE     | jdbc:sqlite:file:app.db?mode=ro                 | app.db
            file:x?mode=memory&cache=shared              | SQLITE     | jdbc:sqlite:file:x?cache=shared&mode=memory     | :memory:
            h2:mem:x                                     | H2         | jdbc:h2:mem:x                                   | mem:x
            h2:MEM:x;MODE=PostgreSQL;DB_CLOSE_DELAY=-1   | H2         | jdbc:h2:mem:x;MODE=PostgreSQL;DB_CLOSE_DELAY=-1 | mem:x
            h2:file:./x                                  | H2         | jdbc:h2:./x                                     | ./x
            h2:./x                                       | H2         | jdbc:h2:./x                                     | ./x
            h2:/var/x;USER=sa                            | H2         | jdbc:h2:/var/x                                  | /var/x
            h2:tcp://u:p@h/data/x                        | H2         | jdbc:h2:tcp://h:9092/data/x                     | data/x @ h:9092
            jdbc:h2:mem:x;USER=sa;PASSWORD=p;MODE=MySQL  | H2         | jdbc:h2:mem:x;MODE=MySQL                        | mem:x
            jdbc:h2:./x;;user=sa                         | H2         | jdbc:h2:./x                                     | ./x
            jdbc:sqlite:rel.db                           | SQLITE     | jdbc:sqlite:rel.db                              | rel.db
            JDBC:SQLITE:rel.db                           | SQLITE     | jdbc:sqlite:rel.db                              | rel.db
            jdbc:sqlite:                                 | SQLITE     | jdbc:sqlite::memory:                            | :memory:
            jdbc:sqlite::memory:                         | SQLITE     | jdbc:sqlite::memory:                            | :memory:
            jdbc:postgresql://u:p@h/db?ssl=true          | POSTGRESQL | jdbc:postgresql://h/db?ssl=true                 | db @ h:5432
            jdbc:postgresql://h:1/db?user=u&ssl&password=p&x=1 | POSTGRESQL | jdbc:postgresql://h:1/db?ssl&x=1          | db @ h:1
            jdbc:postgresql:db                           | POSTGRESQL | jdbc:postgresql://localhost/db                  | db @ localhost:5432
            jdbc:postgresql://h                          | POSTGRESQL | jdbc:postgresql://h/                            | h:5432
            jdbc:mariadb://u:p@h:3307/db?x=%20           | MARIADB    | jdbc:mariadb://h:3307/db?x=%20                  | db @ h:3307
            jdbc:mariadb:replication://a,b/db?user=u     | MARIADB    | jdbc:mariadb:replication://a,b/db               | db @ a:3306,b:3306
            jdbc:mariadb://address=(host=a)(port=1)/db   | MARIADB    | jdbc:mariadb://address=(host=a)(port=1)/db      | db @ address=(host=a)(port=1)
            jdbc:mysql://h/db?user=u                     | MYSQL      | jdbc:mysql://h/db?permitMysqlScheme=true        | db @ h:3306
            jdbc:mysql://h/db?permitMysqlScheme          | MYSQL      | jdbc:mysql://h/db?permitMysqlScheme             | db @ h:3306
            """)
    void readsEverySpelling(String given, DatabaseKind kind, String jdbcUrl, String shown) {
        DatabaseUrl url = DatabaseUrl.parse(given);

        assertThat(url.kind()).isEqualTo(kind);
        assertThat(url.jdbcUrl()).isEqualTo(jdbcUrl);
        assertThat(url.displayName()).isEqualTo(shown);
        assertThat(url).hasToString(kind.displayName() + " " + shown);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = true, textBlock = """
            postgres://bob:s3cret@h/db                      | bob     | s3cret
            postgres://bob:p@ss@h/db                        | bob     | p@ss
            postgres://bob:p:ss#w[o]r;d@h/db                | bob     | p:ss#w[o]r;d
            postgres://b%40b:p%2Fw%3F%C3%A9%25@h/db         | b@b     | p/w?é%
            postgres://bob:a+b@h/db                         | bob     | a+b
            postgres://bob@h/db                             | bob     |
            postgres://bob:@h/db                            | bob     | ''
            postgres://:s3cret@h/db                         |         | s3cret
            postgres://h/db?user=bob&password=p%26w         | bob     | p&w
            mysql://bob:p@ss@h/db                           | bob     | p@ss
            h2:mem:x;USER=sa;PASSWORD=a\\;b                 | sa      | a;b
            h2:tcp://sa:pw@h/x                              | sa      | pw
            jdbc:postgresql://bob:p@ss@h/db                 | bob     | p@ss
            jdbc:postgresql://h/db?user=b%40b&password=p+%2B| b@b     | p +
            jdbc:mariadb://h/db?USER=bob&PassWord=p%40+s    | bob     | p%40+s
            jdbc:mysql://h/db?user=bob&password=p%40s       | bob     | p@s
            jdbc:h2:mem:x;user=sa;password=p%40             | sa      | p%40
            sqlite:///app.db?password=pw                    |         | pw
            """)
    void takesCredentialsOutOfTheUrl(String given, String user, String password) {
        DatabaseUrl url = DatabaseUrl.parse(given);

        assertThat(url.user()).isEqualTo(Optional.ofNullable(user));
        assertThat(url.password().map(Secret::reveal)).isEqualTo(Optional.ofNullable(password));
        assertThat(url.properties()).doesNotContainKeys("user", "password");
    }

    @Test
    void translatesParametersIntoTheWordsOfPgjdbc() {
        DatabaseUrl url = DatabaseUrl.parse("postgres://h/db?sslmode=verify-full&sslrootcert=/ca.pem&connect_timeout=5"
                + "&application_name=my%20app&target_session_attrs=read-write&search_path=a,b&options=-c%20x%3Dy"
                + "&channel_binding=require&pgbouncer=true&connection_limit=3&pool_timeout=2");

        assertThat(url.properties())
                .isEqualTo(Map.of(
                        "sslmode", "verify-full",
                        "sslrootcert", "/ca.pem",
                        "connectTimeout", "5",
                        "ApplicationName", "my app",
                        "targetServerType", "primary",
                        "currentSchema", "a,b",
                        "options", "-c x=y",
                        "channelBinding", "require",
                        "prepareThreshold", "0"));
    }

    @Test
    void translatesParametersIntoTheWordsOfMariaDb() {
        DatabaseUrl url =
                DatabaseUrl.parse("mysql://h/db?charset=utf8mb4&ssl-mode=VERIFY_IDENTITY&connect_timeout=5&ssl_ca=/c");

        assertThat(url.properties())
                .isEqualTo(Map.of("sslMode", "verify-full", "connectTimeout", "5000", "serverSslCert", "/c"));
    }

    @Test
    void handsPragmasToTheDriverAsProperties() {
        DatabaseUrl url = DatabaseUrl.parse("jdbc:sqlite:/a/b.db?journal_mode=WAL&busy_timeout=5000");

        assertThat(url.jdbcUrl()).isEqualTo("jdbc:sqlite:/a/b.db");
        assertThat(url.properties()).isEqualTo(Map.of("journal_mode", "WAL", "busy_timeout", "5000"));
    }

    @Test
    void movesThePassphraseOfAKeyOutOfTheJdbcUrl() {
        DatabaseUrl url = DatabaseUrl.parse("jdbc:postgresql://h/db?sslpassword=s3cr%C3%A9t&ssl=true");

        assertThat(url.jdbcUrl()).isEqualTo("jdbc:postgresql://h/db?ssl=true");
        assertThat(url.properties()).isEqualTo(Map.of("sslpassword", "s3crét"));
        assertThat(url.toString()).doesNotContain("s3cr");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            sqlite:///rel.db                   | jdbc:sqlite:/srv/app/rel.db                  | /srv/app/rel.db
            sqlite:////var/abs.db              | jdbc:sqlite:/var/abs.db                      | /var/abs.db
            file:./dev.db                      | jdbc:sqlite:/srv/app/dev.db                  | /srv/app/dev.db
            file:my%20app.db?mode=ro           | jdbc:sqlite:file:/srv/app/my%20app.db?mode=ro | /srv/app/my app.db
            h2:./x;MODE=MySQL                  | jdbc:h2:/srv/app/x;MODE=MySQL                | /srv/app/x.mv.db
            h2:../x                            | jdbc:h2:/srv/app/../x                        | /srv/app/../x.mv.db
            """)
    void resolvesFilesAgainstTheBaseDirectory(String given, String jdbcUrl, Path file) {
        DatabaseUrl url = DatabaseUrl.parse(given).resolveAgainst(Path.of("/srv/app"));

        assertThat(url.jdbcUrl()).isEqualTo(jdbcUrl);
        assertThat(url.file()).contains(file);
        assertThat(url.isInMemory()).isFalse();
        assertThat(url.resolveAgainst(Path.of("/elsewhere"))).isEqualTo(url);
    }

    @ParameterizedTest
    @CsvSource({"sqlite://, true", "h2:mem:x, true", "postgres://h/db, false", "h2:tcp://h/x, false"})
    void resolvingChangesNothingElse(String given, boolean inMemory) {
        DatabaseUrl url = DatabaseUrl.parse(given);

        assertThat(url.resolveAgainst(Path.of("/srv/app"))).isEqualTo(url).hasSameHashCodeAs(url);
        assertThat(url.file()).isEmpty();
        assertThat(url.isInMemory()).isEqualTo(inMemory);
    }

    @Test
    void knowsTheFileInTheHomeDirectoryAsH2Does() {
        DatabaseUrl url = DatabaseUrl.parse("jdbc:h2:~/data/x");

        assertThat(url.file()).contains(Path.of(System.getProperty("user.home"), "data", "x.mv.db"));
    }

    @Test
    void replacesCredentials() {
        DatabaseUrl url = DatabaseUrl.parse("postgres://bob:s3cret@h/db")
                .withCredentials(Optional.of("eve"), Optional.of(Secret.of("other")));

        assertThat(url.user()).contains("eve");
        assertThat(url.password()).contains(Secret.of("other"));
        assertThat(url.jdbcUrl()).isEqualTo("jdbc:postgresql://h:5432/db");
    }

    @Test
    void acceptsTheLineEndOfAFile() {
        assertThat(DatabaseUrl.parse(" sqlite:///a.db\n").displayName()).isEqualTo("a.db");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = true, textBlock = """
            postgres://bob:s3cret@db.internal/shop            | db.internal | 5432
            postgres://db.internal:6432                       | db.internal | 6432
            postgres://[::1]/shop                             | ::1         | 5432
            mysql://my_service:3307/shop                      | my_service  | 3307
            jdbc:mariadb://h/db                               | h           | 3306
            h2:tcp://h/data/x                                 | h           | 9092
            postgres://a,b/shop                               |             |
            jdbc:mariadb://address=(host=a)(port=1)/db        |             |
            h2:mem:x                                          |             |
            sqlite:///app.db                                  |             |
            """)
    void knowsTheOneServer(String given, String host, Integer port) {
        Optional<ServerAddress> server = DatabaseUrl.parse(given).server();

        assertThat(server.map(ServerAddress::host)).isEqualTo(Optional.ofNullable(host));
        assertThat(server.map(ServerAddress::port)).isEqualTo(Optional.ofNullable(port));
    }
}
