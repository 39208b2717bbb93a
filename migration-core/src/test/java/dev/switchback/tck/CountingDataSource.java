package dev.switchback.tck;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A data source that knows how many of its connections are open, and whether somebody closed it. Thread-safe. */
final class CountingDataSource extends BareDataSource implements AutoCloseable {

    private final FreshDatabase.ConnectionOpener opener;
    private final AtomicInteger open = new AtomicInteger();
    private final AtomicInteger given = new AtomicInteger();
    private final AtomicBoolean closed = new AtomicBoolean();

    CountingDataSource(FreshDatabase.ConnectionOpener opener) {
        this.opener = opener;
    }

    int open() {
        return open.get();
    }

    int given() {
        return given.get();
    }

    boolean closed() {
        return closed.get();
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection real = opener.open();
        open.incrementAndGet();
        given.incrementAndGet();
        AtomicBoolean counted = new AtomicBoolean(true);
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, args) -> {
                    if (method.getName().equals("close") && counted.getAndSet(false)) {
                        open.decrementAndGet();
                    }
                    return call(real, method, args);
                });
    }

    private static @Nullable Object call(Connection real, Method method, Object @Nullable [] args) throws Throwable {
        try {
            return method.invoke(real, args);
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }

    @Override
    public void close() {
        closed.set(true);
    }
}
