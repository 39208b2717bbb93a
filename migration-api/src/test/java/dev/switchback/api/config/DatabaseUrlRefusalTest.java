package dev.switchback.api.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.switchback.api.error.ConfigurationException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DatabaseUrlRefusalTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                                     | is empty
            shop                                   | scheme that we know
            hxxp://h/db                            | scheme that we know
            '"postgres://h/db"'                    | begins with a quote
            sqlserver://h/db                       | not supported yet
            oracle://h/db                          | not supported yet
            mssql+pyodbc://h/db                    | not supported yet
            jdbc:oracle:thin:@h:1521/x             | not of a supported database
            jdbc:                                  | not of a supported database
            postgres:h/db                          | no // after the scheme
            postgres://h:54x2/db                   | the port is not a number
            postgres://h:/db                       | the port is not a number
            postgres://h:0/db                      | not between 1 and 65535
            postgres://h:65536/db                  | not between 1 and 65535
            postgres://a,b:x/db                    | the port of host 2 is not a number
            postgres://a,,c/db                     | the name of host 2 is empty
            postgres://::1/db                      | more than one colon
            postgres://[zz]/db                     | not an IPv6 address
            postgres://[::1/db                     | not an IPv6 address
            postgres://[::1]5432/db                | other than a port
            postgres://ho st/db                    | character that host names do not have
            postgres://%2Fvar%2Frun/db             | character that host names do not have
            postgres://u:pa/ss@h/db                | @ after the first / or ?
            postgres://u:12?ss@h/db                | @ after the first / or ?
            postgres://u:p@s/word@h/db             | @ after the first / or ?
            postgres://h/a/b                       | more than one /
            postgres://u:%zz@h/db                  | the password has a %
            postgres://u:p%4@h/db                  | the password has a %
            postgres://u%:p@h/db                   | the user name has a %
            postgres://u:%ff@h/db                  | the password is not UTF-8
            postgres://h/d%0Ab                     | the database name contains a control character
            postgres://u:p@h/db?user=x             | the user is given twice
            postgres://u:p@h/db?password=x         | the password is given twice
            postgres://h/db?sslmod=require         | query parameter 1 is not known
            postgres://h/db?sslmode=require&x=1    | query parameter 2 is not known
            postgres://h/db?ssl=true               | something else in every tool
            postgres://h/db?sslmode=on             | the value of query parameter 1 is not allowed
            postgres://h/db?connect_timeout=5s     | the value of query parameter 1 is not allowed
            postgres://h/db?pgbouncer=maybe        | the value of query parameter 1 is not allowed
            postgres://h/db?schema=a&search_path=b | query parameter 2 repeats
            postgres:///db?host=/var/run/postgresql| cannot use Unix sockets
            mysql://h/db?ssl-mode=PREFERRED        | the value of query parameter 1 is not allowed
            mysql://h/db?connect_timeout=9999999   | the value of query parameter 1 is not allowed
            mysql://h/db?unix_socket=/tmp/s        | Unix socket
            mysql://h/d%3Fb                        | the database name contains a ?
            sqlite://app.db                        | has no host
            sqlite://u:p@h/app.db                  | has no host
            file://h/app.db                        | has no host
            sqlite:                                | is empty or a folder
            sqlite:///data/                        | is empty or a folder
            jdbc:postgresql://h/dbuser=u&password=p| looks as if it contained
            postgres://h/dbpassword=p              | looks as if it contained
            sqlite:///app.dbpassword=p             | looks as if it contained
            sqlite:///u:p@h/app.db                 | looks as if it contained
            jdbc:h2:/u:p@h/app                     | looks as if it contained
            sqlite:///app.db?foo=1                 | query parameter 1 is not known
            jdbc:sqlite:app.db?foo=1               | query parameter 1 is not known
            sqlite:///app.db?mode=xx               | the value of query parameter 1 is not allowed
            sqlite:///a%3Fb.db                     | contains a '?'
            sqlite:///a%00b.db                     | control character
            jdbc:sqlite::resource:http://h/x.db    | begins with a colon
            sqlite:///%3Aresource:http:%2F%2Fh     | begins with a colon
            h2:x                                   | neither mem:
            h2:zip:./x.zip!/y                      | neither mem:
            h2:mem:a b                             | name of the in-memory database
            h2:mem:x?password=p                    | there is a ?
            h2:./x?user=sa                         | there is a ?
            h2:mem:x;FOO=1                         | setting 1 of the H2 URL is not known
            h2:mem:x;MODE=MySQL;USER               | setting 2 of the H2 URL is not of the form
            h2:mem:x;USER=a;USER=b                 | the user is given twice
            h2:tcp://u:p@h/x;USER=a                | given twice
            jdbc:mariadb:h/db                      | no // after the name of the driver
            jdbc:mariadb:u:p://h/db                | no // after the name of the driver
            jdbc:postgresql:u:p                    | more than the name of a database
            jdbc:postgresql:/u:p@h/db              | more than the name of a database
            jdbc:postgresql://u:12/ss@h/db         | @ after the first / or ?
            jdbc:postgresql://u:pa/db              | the port is not a number
            jdbc:postgresql://h/db?a@b=1           | the name of query parameter 1
            jdbc:postgresql://h/db?password=a&b    | query parameter 2 has no value
            """)
    void saysWhatIsWrongAndWhatToDo(String given, String fragment) {
        ConfigurationException error =
                catchThrowableOfType(ConfigurationException.class, () -> DatabaseUrl.parse(given));

        assertThat(error).as(given).isNotNull();
        assertThat(error.key()).isEqualTo("url");
        assertThat(error).hasMessageContaining(fragment).hasNoCause();
        assertThat(error.nextStep()).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "h2:mem:x;INIT=RUNSCRIPT FROM 'http://h/x.sql'",
                "jdbc:h2:mem:x;init=SELECT 1",
                "jdbc:h2:mem:x;I\\NIT=SELECT 1",
                "jdbc:h2:mem:x;MODE=MySQL;INIT =SELECT 1",
                "jdbc:h2:mem:x;DATABASE_EVENT_LISTENER='x.Y'",
                "jdbc:h2:mem:x;JAVA_OBJECT_SERIALIZER='x.Y'",
                "jdbc:h2:mem:x;MODE=runscript",
                "postgres://h/db?socketFactory=x.Y",
                "jdbc:postgresql://h/db?socketFactory=x.Y&socketFactoryArg=z",
                "jdbc:postgresql://h/db?SSLFACTORY=x.Y",
                "jdbc:postgresql://h/db?loggerFile=/tmp/x.jsp",
                "jdbc:postgresql://h/db?service=x",
                "jdbc:postgresql://h/db?PGHOST=elsewhere",
                "jdbc:mariadb://h/db?allowLocalInfile=true",
                "jdbc:mariadb://h/db?socketfactory=x.Y",
                "jdbc:mysql://h/db?autoDeserialize=true",
                "jdbc:mysql://h/db?allowLoadLocalInfile=true",
                "jdbc:mysql://h/db?queryInterceptors=x.Y",
                "mysql://h/db?allowLoadLocalInfile=true",
                "sqlite:///app.db?enable_load_extension=true",
                "jdbc:sqlite:app.db?enable_load_extension=true"
            })
    void refusesWhatLetsAUrlRunCode(String given) {
        assertThatThrownBy(() -> DatabaseUrl.parse(given))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("is refused");
    }

    @Test
    void refusesAnInitThatOnlyH2WouldRecognise() {
        assertThatThrownBy(() -> DatabaseUrl.parse("jdbc:h2:mem:x;\u0131n\u0131t=SELECT 1"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("setting 1 of the H2 URL");
    }

    @Test
    void refusesAnEndlessUrl() {
        assertThatThrownBy(() -> DatabaseUrl.parse("jdbc:mariadb://" + "address=(host=a)".repeat(100_000) + "/db"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("longer than 4096");
    }

    @Test
    void listsTheParametersThatItKnows() {
        ConfigurationException error = catchThrowableOfType(
                ConfigurationException.class, () -> DatabaseUrl.parse("postgres://h/db?sslmod=require"));

        assertThat(error.nextStep()).contains("sslmode", "application_name").doesNotContain("socket,");
    }

    @ParameterizedTest
    @CsvSource({"h2:./x, /tmp/a;INIT=SELECT 1", "sqlite:///x.db, /tmp/a?mode=memory"})
    void refusesABaseDirectoryThatTheDriverWouldTakeForSettings(String given, Path baseDir) {
        DatabaseUrl url = DatabaseUrl.parse(given);

        assertThatThrownBy(() -> url.resolveAgainst(baseDir)).isInstanceOf(ConfigurationException.class);
    }
}
