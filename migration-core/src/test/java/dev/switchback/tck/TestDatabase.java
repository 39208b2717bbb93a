package dev.switchback.tck;

import dev.switchback.api.config.DatabaseKind;
import java.nio.file.Path;
import java.util.Set;

/**
 * A database product to run contracts on. Stateless: contracts make one per test and take {@link #fresh} databases from
 * it. A product that needs a server finds it in {@code fresh}: first at the address in {@code SWITCHBACK_TEST_<KIND>_URL},
 * then with Testcontainers, then from embedded binaries; where there is none it fails, it never skips.
 */
public interface TestDatabase {

    /** What to call it in messages. */
    String name();

    /** What it is for Switchback. */
    DatabaseKind kind();

    /** What it can do. */
    Set<DatabaseAbility> abilities();

    /**
     * Whether it can do something.
     *
     * @param ability the something
     * @return whether it can
     */
    default boolean can(DatabaseAbility ability) {
        return abilities().contains(ability);
    }

    /**
     * An empty database that nobody else uses. A database that is a file does not exist until the first connection.
     *
     * @param folder a folder that is deleted after the test
     * @return the database, to be closed by the caller
     */
    FreshDatabase fresh(Path folder);
}
