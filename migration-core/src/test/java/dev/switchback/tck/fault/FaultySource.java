package dev.switchback.tck.fault;

import dev.switchback.tck.BareDataSource;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Connections of which one call fails: it lets a number of calls through and strikes at the next one, once. What counts
 * as a call is what may talk to the database: opening and closing a connection, everything that ends or begins a
 * transaction or changes the session, preparing and executing statements, asking the catalog, fetching a row. Used by
 * one thread.
 */
public final class FaultySource extends BareDataSource {

    /** Methods of a connection that only look at the client's own memory, or make an object there. */
    private static final Set<String> LOCAL = Set.of(
            "isClosed",
            "getAutoCommit",
            "getMetaData",
            "getWarnings",
            "clearWarnings",
            "createStatement",
            "nativeSQL",
            "unwrap",
            "isWrapperFor",
            "getTypeMap",
            "getHoldability",
            "getClientInfo",
            "toString",
            "hashCode",
            "equals");

    private final DataSource source;
    private final Fault fault;
    private final int let;
    private int calls;
    private @Nullable String struck;

    /**
     * Creates the source.
     *
     * @param source the real connections
     * @param fault what happens
     * @param let how many calls to let through before
     */
    public FaultySource(DataSource source, Fault fault, int let) {
        this.source = source;
        this.fault = fault;
        this.let = let;
    }

    /** The call that failed; empty if there were too few calls. */
    public Optional<String> struck() {
        return Optional.ofNullable(struck);
    }

    /** A number that is the same for the same place, and another one for most others. */
    int hashOfPlace() {
        return let + fault.name().hashCode();
    }

    @Override
    public Connection getConnection() throws SQLException {
        if (strikes()) {
            throw failed("DataSource.getConnection");
        }
        return connection(source.getConnection());
    }

    private boolean strikes() {
        return calls++ == let;
    }

    private SQLException failed(String call) {
        struck = call;
        return fault.toException(call);
    }

    private interface Real {
        @Nullable Object call() throws Throwable;
    }

    /** One call: let through, or the one that fails. */
    private @Nullable Object counted(String name, Connection real, boolean closes, Real call) throws Throwable {
        if (!strikes()) {
            return call.call();
        }
        // a connection that fails to close is closed nevertheless: nobody could do it any more
        if (closes || fault.happensAfterwards()) {
            call.call();
        }
        if (fault.endsTheConnection()) {
            real.close();
        }
        throw failed(name);
    }

    private Connection connection(Connection real) {
        return proxy(Connection.class, (proxy, method, args) -> {
            String name = method.getName();
            Object result = LOCAL.contains(name)
                    ? invoke(real, method, args)
                    : counted("Connection." + name, real, name.equals("close"), () -> invoke(real, method, args));
            if (result instanceof Statement statement) {
                return statement(method.getReturnType(), real, (Connection) proxy, statement);
            }
            return result instanceof DatabaseMetaData meta ? metaData(real, (Connection) proxy, meta) : result;
        });
    }

    private Object statement(Class<?> type, Connection real, Connection proxy, Statement statement) {
        return proxy(type, (self, method, args) -> {
            String name = method.getName();
            if (name.equals("getConnection")) {
                return proxy;
            }
            Object result = name.startsWith("execute")
                    ? counted("Statement." + name, real, false, () -> invoke(statement, method, args))
                    : invoke(statement, method, args);
            return result instanceof ResultSet rows ? rows(real, rows) : result;
        });
    }

    private Object metaData(Connection real, Connection proxy, DatabaseMetaData meta) {
        return proxy(DatabaseMetaData.class, (self, method, args) -> {
            if (method.getName().equals("getConnection")) {
                return proxy;
            }
            if (method.getReturnType() != ResultSet.class) {
                return invoke(meta, method, args);
            }
            Object rows =
                    counted("DatabaseMetaData." + method.getName(), real, false, () -> invoke(meta, method, args));
            return rows(real, (ResultSet) Objects.requireNonNull(rows));
        });
    }

    private ResultSet rows(Connection real, ResultSet rows) {
        return proxy(
                ResultSet.class,
                (self, method, args) -> method.getName().equals("next")
                        ? counted("ResultSet.next", real, false, () -> invoke(rows, method, args))
                        : invoke(rows, method, args));
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(FaultySource.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static @Nullable Object invoke(Object real, Method method, Object @Nullable [] args) throws Throwable {
        try {
            return method.invoke(real, args);
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }
}
