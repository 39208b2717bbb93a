package dev.switchback.core.autogenerate;

import dev.switchback.core.domain.ddl.H2Ddl;
import dev.switchback.core.jdbc.inspect.H2SchemaInspector;
import dev.switchback.tck.H2Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** The cases on H2. */
final class H2AutogenerateContractTest extends AutogenerateContract {

    H2AutogenerateContractTest() {
        super(new H2Database(), new H2SchemaInspector(), new H2Ddl());
    }

    @Override
    protected List<String> dump(Connection connection) throws SQLException {
        return H2Dump.of(connection);
    }
}
