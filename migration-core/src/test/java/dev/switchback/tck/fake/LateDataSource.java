package dev.switchback.tck.fake;

import dev.switchback.tck.BareDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** A data source that does something before it gives a connection, and may refuse to. */
final class LateDataSource extends BareDataSource {

    /** What comes before. */
    interface Gate {
        void pass() throws SQLException;
    }

    private final DataSource source;
    private final Gate gate;

    LateDataSource(DataSource source, Gate gate) {
        this.source = source;
        this.gate = gate;
    }

    @Override
    public Connection getConnection() throws SQLException {
        gate.pass();
        return source.getConnection();
    }
}
