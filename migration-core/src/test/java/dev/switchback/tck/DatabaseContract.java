package dev.switchback.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Gives every test a database of its own, and sees afterwards that every connection was given back. */
public abstract class DatabaseContract {

    private final TestDatabase product;

    @TempDir
    private Path folder;

    private @Nullable FreshDatabase database;
    private String untouched = "";

    /**
     * For the contracts.
     *
     * @param product the database to run on
     */
    protected DatabaseContract(TestDatabase product) {
        this.product = product;
    }

    /** The product. */
    protected final TestDatabase product() {
        return product;
    }

    /** The database of this test. */
    protected final FreshDatabase database() {
        return Objects.requireNonNull(database, "no test is running");
    }

    /** A folder that is deleted after the test. */
    protected final Path folder() {
        return folder;
    }

    @BeforeEach
    final void openDatabase() throws SQLException {
        FreshDatabase fresh = product.fresh(folder);
        database = fresh;
        untouched = fresh.snapshot();
    }

    /** Fails if anybody has written since the test began; a database that is a file does not even exist then. */
    protected final void assertUntouched() throws SQLException {
        assertThat(database().snapshot()).isEqualTo(untouched);
    }

    @AfterEach
    final void closeDatabase() throws SQLException {
        int open = database().openConnections();
        database().close();
        assertThat(open).as("connections that were not given back").isZero();
    }
}
