package dev.switchback.core.autogenerate;

import dev.switchback.core.domain.ddl.SqliteDdl;
import dev.switchback.core.jdbc.inspect.SqliteSchemaInspector;
import dev.switchback.tck.SqliteDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** The cases on SQLite. */
final class SqliteAutogenerateContractTest extends AutogenerateContract {

    SqliteAutogenerateContractTest() {
        super(new SqliteDatabase(), new SqliteSchemaInspector(), new SqliteDdl());
    }

    @Override
    protected List<String> dump(Connection connection) throws SQLException {
        return SqliteDump.of(connection);
    }
}
