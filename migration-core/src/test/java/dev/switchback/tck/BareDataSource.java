package dev.switchback.tck;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A data source of somebody who calls the library: it gives connections, and nobody may set it up anew. */
public abstract class BareDataSource implements DataSource {

    /** For those that say where connections come from. */
    protected BareDataSource() {}

    @Override
    public final Connection getConnection(String username, String password) throws SQLException {
        throw new SQLFeatureNotSupportedException("the data source has a login of its own");
    }

    @Override
    public final @Nullable PrintWriter getLogWriter() {
        return null;
    }

    @Override
    public final void setLogWriter(@Nullable PrintWriter out) {
        throw new UnsupportedOperationException("nobody may set the log writer of the caller's data source");
    }

    @Override
    public final void setLoginTimeout(int seconds) {
        throw new UnsupportedOperationException("nobody may set the login timeout of the caller's data source");
    }

    @Override
    public final int getLoginTimeout() {
        return 0;
    }

    @Override
    public final Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public final <T> T unwrap(Class<T> type) throws SQLException {
        throw new SQLException("wraps nothing");
    }

    @Override
    public final boolean isWrapperFor(Class<?> type) {
        return false;
    }
}
