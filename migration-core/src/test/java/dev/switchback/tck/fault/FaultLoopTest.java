package dev.switchback.tck.fault;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.switchback.tck.SqliteDatabase;
import dev.switchback.tck.fake.HastyEngineProvider;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The loop finds what it is there to find. */
final class FaultLoopTest {

    @TempDir
    private Path folder;

    @Test
    void findsAnEngineThatCommitsBeforeItRecords() throws SQLException {
        try (FaultLoop loop = new FaultLoop(new HastyEngineProvider(), new SqliteDatabase(), folder)) {
            assertThatExceptionOfType(AssertionError.class)
                    .isThrownBy(() -> loop.run(FaultCommand.UPGRADE, Fault.CUT, 0, 1))
                    .withMessageContaining("not whole migrations")
                    .withMessageContaining("+ author: row id=1 name=Ann");
        }
    }
}
