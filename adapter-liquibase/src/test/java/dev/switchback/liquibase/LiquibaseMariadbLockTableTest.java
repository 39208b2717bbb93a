package dev.switchback.liquibase;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.switchback.tck.MariadbDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

final class LiquibaseMariadbLockTableTest extends LockTableContract {
    LiquibaseMariadbLockTableTest() {
        super(new MariadbDatabase());
    }

    @Test
    void aPlainLiquibaseIsShutOutTooByAUserWhoMayNotLockTables() throws Exception {
        try (Connection admin = database().administer();
                Statement statement = admin.createStatement()) {
            statement.execute("REVOKE LOCK TABLES ON " + database().user() + ".* FROM '"
                    + database().user() + "'@'%'");
        }
        database().execute("CREATE TABLE probe (id INTEGER PRIMARY KEY)");
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> database().execute("LOCK TABLES probe READ"));
        database().execute("DROP TABLE probe");
        aPlainLiquibaseThatStartsDuringOurRunDoesNotRunBesideIt("auto");
    }
}
