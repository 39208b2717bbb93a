package dev.switchback.tck;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts what is asked on a connection. */
public final class CountedQueries {

    private final AtomicInteger count = new AtomicInteger();

    /** How many statements were executed so far. */
    public int count() {
        return count.get();
    }

    /** The same connection, counted. */
    public Connection on(Connection connection) {
        return wrap(Connection.class, connection);
    }

    private <T> T wrap(Class<T> type, T real) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, args) -> {
            if (method.getName().startsWith("execute")) {
                count.incrementAndGet();
            }
            try {
                Object result = method.invoke(real, args);
                if (result instanceof PreparedStatement prepared) {
                    return wrap(PreparedStatement.class, prepared);
                }
                return result instanceof Statement statement ? wrap(Statement.class, statement) : result;
            } catch (InvocationTargetException e) {
                throw e.getTargetException();
            }
        }));
    }
}
