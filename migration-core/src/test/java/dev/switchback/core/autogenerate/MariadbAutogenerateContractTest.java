package dev.switchback.core.autogenerate;

import dev.switchback.core.domain.ddl.MariadbDdl;
import dev.switchback.core.jdbc.inspect.MariadbSchemaInspector;
import dev.switchback.tck.FreshDatabase;
import dev.switchback.tck.MariadbDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** The cases on MariaDB. */
final class MariadbAutogenerateContractTest extends AutogenerateContract {

    MariadbAutogenerateContractTest() {
        super(new MariadbDatabase(), new MariadbSchemaInspector(), new MariadbDdl());
    }

    /** As the administrator: MariaDB 11.4 wants a right on the whole server for a default that takes from a sequence. */
    @Override
    protected Room roomIn(FreshDatabase database) throws SQLException {
        return new Room(database.administer(), database::close);
    }

    @Override
    protected List<String> dump(Connection connection) throws SQLException {
        return MariadbDump.of(connection);
    }
}
