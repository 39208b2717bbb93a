package dev.switchback.core.autogenerate;

import dev.switchback.core.domain.ddl.PostgresqlDdl;
import dev.switchback.core.domain.schema.DatabaseSchema;
import dev.switchback.core.domain.schema.DdlStatement;
import dev.switchback.core.domain.schema.SchemaDiff;
import dev.switchback.core.jdbc.inspect.PostgresqlSchemaInspector;
import dev.switchback.tck.DatabaseContract;
import dev.switchback.tck.PostgresqlDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;

/** A database of PostgreSQL that is changed from one schema to another one, with what is in it. */
abstract class PostgresqlChanges extends DatabaseContract {

    PostgresqlChanges() {
        super(new PostgresqlDatabase());
    }

    /** Runs statements, and looks what is there then. */
    final DatabaseSchema build(String... statements) throws SQLException {
        for (String sql : statements) {
            database().execute(sql);
        }
        return inspect();
    }

    final DatabaseSchema inspect() throws SQLException {
        try (Connection connection = database().connection()) {
            return new PostgresqlSchemaInspector().inspect(connection, Set.of());
        }
    }

    static List<DdlStatement> script(DatabaseSchema from, DatabaseSchema to) {
        return new PostgresqlDdl().render(SchemaDiff.between(from, to));
    }

    /** Makes the script and runs it, in one session as a migration is. */
    final List<DdlStatement> change(DatabaseSchema from, DatabaseSchema to) throws SQLException {
        List<DdlStatement> script = script(from, to);
        try (Connection connection = database().connection();
                Statement statement = connection.createStatement()) {
            for (DdlStatement each : script) {
                statement.execute(each.sql());
            }
        }
        return script;
    }
}
