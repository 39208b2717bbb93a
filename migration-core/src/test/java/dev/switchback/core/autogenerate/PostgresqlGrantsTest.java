package dev.switchback.core.autogenerate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.core.domain.schema.DatabaseSchema;
import dev.switchback.core.domain.schema.DdlStatement;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is made again has the privileges of something new, and the script says so. */
final class PostgresqlGrantsTest extends PostgresqlChanges {

    private static final String BY_EVERYBODY = "by everybody (PUBLIC): grant and revoke again what was";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            CREATE TYPE x AS ENUM ('a', 'b')     | CREATE TYPE x AS ENUM ('a')         | TYPE x     | typacl FROM pg_type WHERE typname = 'x'
            CREATE DOMAIN x AS integer           | CREATE DOMAIN x AS bigint           | DOMAIN x   | typacl FROM pg_type WHERE typname = 'x'
            CREATE FUNCTION x() RETURNS integer LANGUAGE sql RETURN 1 | CREATE FUNCTION x() RETURNS bigint LANGUAGE sql RETURN 1 | FUNCTION x | proacl FROM pg_proc WHERE proname = 'x'
            """)
    void whatIsMadeAgainMayBeUsedByEverybody(String before, String after, String what, String acl) throws SQLException {
        DatabaseSchema desired = build(after);
        database().clear();
        DatabaseSchema live = build(before + "; REVOKE ALL ON " + what + " FROM PUBLIC");
        assertThat(database().column("SELECT " + acl)).doesNotContain("null");

        List<DdlStatement> script = change(live, desired);

        assertThat(database().column("SELECT " + acl)).containsExactly("null");
        assertThat(script.stream().flatMap(s -> s.note().stream()))
                .hasSize(1)
                .allMatch(note -> note.endsWith(BY_EVERYBODY));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            integer GENERATED ALWAYS AS (a + 1) STORED | integer GENERATED ALWAYS AS (a + 2) STORED
            integer                                    | integer GENERATED ALWAYS AS (a + 2) STORED
            """)
    void aColumnThatIsComputedAnewHasNoPrivilegesOfItsOwn(String before, String after) throws SQLException {
        DatabaseSchema desired = build("CREATE TABLE t (a integer, b " + after + ")");
        database().clear();
        DatabaseSchema live = build("CREATE TABLE t (a integer, b " + before + "); GRANT SELECT (a, b) ON t TO PUBLIC");
        String granted = "SELECT attname FROM pg_attribute WHERE attrelid = 't'::regclass AND attacl IS NOT NULL";
        assertThat(database().column(granted)).containsExactlyInAnyOrder("a", "b");

        List<DdlStatement> script = change(live, desired);

        assertThat(database().column(granted)).containsExactly("a");
        assertThat(script.stream().flatMap(s -> s.note().stream()))
                .contains("what was granted on t.b itself has to be granted again");
    }
}
