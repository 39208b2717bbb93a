package dev.switchback.api;

import javax.sql.DataSource;

/**
 * The connections of an application, from a HikariCP pool, opened by {@link Switchback.Builder#openPool()}. They are as
 * the setting {@code url} describes them and nothing of Switchback's is set on them. {@link #unwrap} gives the pool itself
 * ({@code com.zaxxer.hikari.HikariDataSource}). Thread-safe.
 */
public interface ApplicationPool extends DataSource, AutoCloseable {

    /** Closes the pool and its connections. Idempotent. */
    @Override
    void close();
}
