package dev.switchback.core.autogenerate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.core.domain.ddl.PostgresqlDdl;
import dev.switchback.core.domain.schema.DatabaseSchema;
import dev.switchback.core.domain.schema.DdlStatement;
import dev.switchback.core.domain.schema.SchemaDiff;
import dev.switchback.core.jdbc.inspect.PostgresqlSchemaInspector;
import dev.switchback.tck.DatabaseContract;
import dev.switchback.tck.PostgresqlDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** While an enum is made anew there are two of it, and a foreign key cannot compare them. */
final class PostgresqlEnumKeyTest extends DatabaseContract {

    private static final String TABLES = "CREATE TABLE p (s st PRIMARY KEY); CREATE TABLE c (s st REFERENCES p)";

    PostgresqlEnumKeyTest() {
        super(new PostgresqlDatabase());
    }

    private DatabaseSchema build(String type) throws SQLException {
        database().execute(type);
        database().execute(TABLES);
        return inspect();
    }

    private DatabaseSchema inspect() throws SQLException {
        try (Connection connection = database().connection()) {
            return new PostgresqlSchemaInspector().inspect(connection, Set.of());
        }
    }

    @Test
    void canLoseAValueAlsoWhereItIsAKeyThatIsPointedTo() throws SQLException {
        DatabaseSchema desired = build("CREATE TYPE st AS ENUM ('a')");
        database().clear();
        DatabaseSchema live = build("CREATE TYPE st AS ENUM ('a', 'b')");
        database().execute("INSERT INTO p VALUES ('a'); INSERT INTO c VALUES ('a')");

        List<DdlStatement> script = new PostgresqlDdl().render(SchemaDiff.between(live, desired));
        for (DdlStatement each : script) {
            database().execute(each.sql());
        }

        assertThat(SchemaDiff.between(inspect(), desired).isEmpty()).isTrue();
        assertThat(database().column("SELECT s FROM c")).containsExactly("a");
    }
}
