package dev.switchback.tck;

import dev.switchback.api.model.LockHolder;
import dev.switchback.core.port.EngineLock;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Optional;

/** The lock of an engine that a stranger holds for the first attempts. It asks the database something, as a real one. */
public final class CountedEngineLock implements EngineLock, EngineLock.Place {

    private int refusals;
    private boolean taken;

    /**
     * Creates it; nobody is asked anything yet.
     *
     * @param refusals how many attempts the stranger outlasts
     */
    public CountedEngineLock(int refusals) {
        this.refusals = refusals;
    }

    LockHolder stranger() {
        return new LockHolder(
                LockHolder.Kind.ENGINE,
                "somebody's laptop",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(Instant.parse("2026-01-02T03:04:05Z")),
                Optional.empty(),
                Optional.empty(),
                Optional.of("UPDATE it"));
    }

    boolean taken() {
        return taken;
    }

    @Override
    public boolean exists(Connection connection) {
        return true;
    }

    @Override
    public EngineLock unproven() {
        return this;
    }

    @Override
    public void create(Connection connection) {
        throw new IllegalStateException("it exists");
    }

    @Override
    public Optional<LockHolder> holder(Connection connection) throws SQLException {
        ask(connection);
        return refusals > 0 ? Optional.of(stranger()) : Optional.empty();
    }

    @Override
    public boolean outlivesUs() {
        return false;
    }

    @Override
    public Place in(Connection connection) {
        return this;
    }

    @Override
    public boolean tryTake(Connection keeper, boolean shared, String name) throws SQLException {
        ask(keeper);
        taken = --refusals < 0;
        return taken;
    }

    @Override
    public void release(Connection keeper, boolean shared) {
        taken = false;
    }

    private static void ask(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeQuery("SELECT 1").close();
        }
    }
}
