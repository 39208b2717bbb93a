package dev.switchback.core.autogenerate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.core.domain.schema.DatabaseSchema;
import dev.switchback.core.domain.schema.SchemaDiff;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** While an enum is made anew there are two of it, and a foreign key cannot compare them. */
final class PostgresqlEnumKeyTest extends PostgresqlChanges {

    private static final String TABLES = "CREATE TABLE p (s st PRIMARY KEY); CREATE TABLE c (s st REFERENCES p)";

    @Test
    void canLoseAValueAlsoWhereItIsAKeyThatIsPointedTo() throws SQLException {
        DatabaseSchema desired = build("CREATE TYPE st AS ENUM ('a')", TABLES);
        database().clear();
        DatabaseSchema live = build("CREATE TYPE st AS ENUM ('a', 'b')", TABLES);
        database().execute("INSERT INTO p VALUES ('a'); INSERT INTO c VALUES ('a')");

        change(live, desired);

        assertThat(SchemaDiff.between(inspect(), desired).isEmpty()).isTrue();
        assertThat(database().column("SELECT s FROM c")).containsExactly("a");
    }
}
