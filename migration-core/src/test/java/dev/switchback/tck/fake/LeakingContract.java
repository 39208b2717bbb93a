package dev.switchback.tck.fake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.tck.DatabaseContract;
import dev.switchback.tck.SqliteDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** Run by {@link BrokenEnginesTest} only: a contract on something that keeps a connection. */
final class LeakingContract extends DatabaseContract {
    LeakingContract() {
        super(new SqliteDatabase());
    }

    @Test
    void keepsAConnection() throws SQLException {
        Connection kept = database().connection();
        assertThat(kept.isClosed()).isFalse();
    }
}
