package dev.switchback.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.switchback.api.MigrationManager;
import dev.switchback.api.config.ConfigKey;
import dev.switchback.api.error.DatabaseState;
import dev.switchback.api.error.InvalidMigrationSourceException;
import dev.switchback.api.error.MigrationFailedException;
import dev.switchback.api.event.MigrationEvent;
import dev.switchback.api.model.RepairAction;
import dev.switchback.api.model.Target;
import dev.switchback.core.port.EngineProvider;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What only MariaDB and MySQL have: table locks, character sets, connections that the server ends. */
@Timeout(120)
public abstract class MariadbJournalContract extends WorkflowContract {

    /**
     * For the classes that name an engine.
     *
     * @param provider the engine
     */
    protected MariadbJournalContract(EngineProvider provider) {
        super(provider, new MariadbDatabase());
    }

    private MigrationFailedException fails(MigrationManager manager, String script) {
        files().put("V2__script.sql", script);
        return catchThrowableOfType(MigrationFailedException.class, manager::upgrade);
    }

    private static RepairAction resume() {
        return new RepairAction.Resume("2");
    }

    private static RepairAction resume(int from) {
        return new RepairAction.Resume("2", OptionalInt.of(from));
    }

    private String message(MigrationManager manager) {
        return manager.status().problems().get(0).message();
    }

    @Test
    void aDumpThatLocksItsTablesRuns() throws SQLException {
        applied(Scenario.linear(1));
        String dump = """
                DROP TABLE IF EXISTS `d`;
                /*!40101 SET @saved_cs_client = @@character_set_client */;
                CREATE TABLE `d` (`id` int NOT NULL, PRIMARY KEY (`id`));
                LOCK TABLES `d` WRITE;
                /*!40000 ALTER TABLE `d` DISABLE KEYS */;
                INSERT INTO `d` VALUES (1),(2);
                /*!40000 ALTER TABLE `d` ENABLE KEYS */;
                UNLOCK TABLES;
                CREATE TABLE d2 (id INTEGER);
                """;
        try (MigrationManager manager = open()) {
            MigrationFailedException locked = fails(manager, dump.replace("(1),(2)", "(1),(1)"));
            assertThat(locked.statement().index()).isEqualTo(6);
            assertThat(locked.databaseState()).isEqualTo(DatabaseState.UNKNOWN);
            assertThat(message(manager))
                    .contains("3 of 9 statements ARE applied; statement 4 (line 4: LOCK TABLES `d` WRITE)");
            files().put("V2__script.sql", dump);
            assertThat(manager.repair(resume(4)).remaining()).isEmpty();
            assertThat(manager.check().ok()).isTrue();
        }
        assertThat(database().column("SELECT id FROM d")).containsExactly("1", "2");
        assertThat(database().tables()).contains("d2");
    }

    /** Beside locked tables the history could not be written, and nobody could tell what has run. */
    @Test
    void aScriptThatKeepsItsTablesLockedIsRefused() throws SQLException {
        applied(Scenario.linear(1));
        String before = database().snapshot();
        files().put("V2__script.sql", "UNLOCK TABLES;\nLOCK TABLES t1 WRITE;\nINSERT INTO t1 VALUES (7, 'x');\n");
        try (MigrationManager manager = open()) {
            assertThat(problems(manager.check().problems())).containsExactly("BAD_CONTENT V2__script.sql");
            assertThat(message(manager)).startsWith("V2__script.sql:2: LOCK TABLES without UNLOCK TABLES");
            assertThat(catchThrowableOfType(InvalidMigrationSourceException.class, manager::upgrade)
                            .nextStep())
                    .contains("UNLOCK TABLES");
        }
        assertThat(database().snapshot()).isEqualTo(before);
    }

    @Test
    void theJournalHoldsEveryLetterWhateverTheDefaultOfTheDatabaseIs() throws SQLException {
        try (Connection admin = database().administer();
                Statement statement = admin.createStatement()) {
            statement.execute("ALTER DATABASE " + admin.getCatalog() + " CHARACTER SET latin1");
        }
        files().put("V2__größe.sql", "CREATE TABLE g (id INTEGER);\nINSERT INTO not_there VALUES (1);\n");
        try (MigrationManager manager = open()) {
            assertThat(catchThrowableOfType(MigrationFailedException.class, manager::upgrade))
                    .isNotNull();
            assertThat(message(manager)).startsWith("V2__größe.sql failed half-way");
            files().put("V2__größe.sql", "CREATE TABLE g (id INTEGER);\nINSERT INTO g VALUES (1);\n");
            assertThat(manager.repair(resume()).remaining()).isEmpty();
            assertThat(manager.check().ok()).isTrue();
        }
        try (Connection connection = database().connection();
                Statement statement = connection.createStatement();
                ResultSet table = statement.executeQuery("SHOW CREATE TABLE switchback_journal")) {
            assertThat(table.next()).isTrue();
            assertThat(table.getString(2)).contains("ENGINE=InnoDB", "utf8mb4");
        }
    }

    @Test
    void aConnectionEndedInADefinitionLeavesItInDoubt() throws Exception {
        applied(Scenario.linear(1));
        String script = """
                CREATE TABLE a (id INTEGER);
                INSERT INTO a VALUES (1);
                ALTER TABLE t1 ADD COLUMN more INT;
                INSERT INTO a VALUES (4);
                """;
        try (MigrationManager manager = open()) {
            MigrationFailedException error;
            try (Connection reader = database().connection()) {
                reader.setAutoCommit(false);
                try (Statement statement = reader.createStatement()) {
                    statement.executeQuery("SELECT * FROM t1").close();
                }
                error = failsWhileEndedAt(3, script, "Waiting for table metadata lock");
                reader.rollback();
            }
            assertThat(error.databaseState()).isEqualTo(DatabaseState.UNKNOWN);
            assertThat(error.statement().index()).isEqualTo(3);
            assertThat(error.nextStep()).contains("look whether statement 3 took effect", "--resume 2 --from 4");
            assertThat(message(manager))
                    .isEqualTo("V2__script.sql stopped half-way: 2 of 4 statements ARE applied; statement 3 (line 3:"
                            + " ALTER TABLE t1 ADD COLUMN more INT) was begun and is not known to have ended");
            assertThat(database().column("SELECT id FROM a")).containsExactly("1");
            assertThat(manager.repair(resume(3)).remaining()).isEmpty();
            assertThat(manager.check().ok()).isTrue();
        }
        assertThat(database().column("SELECT id FROM a ORDER BY id")).containsExactly("1", "4");
    }

    @Test
    void aResumeThatMeetsALockIsTriedAgain() throws Exception {
        applied(Scenario.linear(1));
        String script =
                "CREATE TABLE a (id INTEGER);\nINSERT INTO not_there VALUES (1);\nALTER TABLE t1 ADD more INT;\n";
        try (MigrationManager manager = open()) {
            assertThat(fails(manager, script).statement().applied()).isEqualTo(1);
        }
        files().put("V2__script.sql", script.replace("not_there", "a"));
        try (Connection reader = database().connection();
                MigrationManager manager = configure()
                        .set(ConfigKey.DDL_LOCK_TIMEOUT, "1s")
                        .listener(event -> {
                            if (event instanceof MigrationEvent.MigrationRetried) {
                                letGo(reader);
                            }
                        })
                        .open()) {
            reader.setAutoCommit(false);
            try (Statement statement = reader.createStatement()) {
                statement.executeQuery("SELECT * FROM t1").close();
            }
            // the insert commits with the definition, so only a resume that begins with the definition can be repeated
            assertThat(catchThrowableOfType(MigrationFailedException.class, () -> manager.repair(resume()))
                            .statement()
                            .applied())
                    .isEqualTo(2);
            assertThat(manager.repair(resume()).remaining()).isEmpty();
            assertThat(manager.check().ok()).isTrue();
        }
        assertThat(database().column("SELECT id FROM a")).containsExactly("1");
    }

    private static void letGo(Connection connection) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aConnectionEndedInAChangeOfRowsLeavesNoDoubt() throws Exception {
        applied(Scenario.linear(1));
        String script = "CREATE TABLE a (id INTEGER);\nINSERT INTO a VALUES (1);\nUPDATE t1 SET name = SLEEP(60);\n";
        try (MigrationManager manager = open()) {
            MigrationFailedException error = failsWhileEndedAt(3, script, "User sleep");
            assertThat(error.databaseState()).isEqualTo(DatabaseState.PARTIAL);
            assertThat(error.statement().applied()).isEqualTo(1);
            assertThat(message(manager)).isEqualTo("V2__script.sql failed half-way: 1 of 3 statements IS applied");
            files().put("V2__script.sql", script.replace("SLEEP(60)", "'awake'"));
            assertThat(manager.repair(resume()).remaining()).isEmpty();
        }
        assertThat(database().column("SELECT id FROM a")).containsExactly("1");
    }

    @Test
    void aConnectionEndedInAResumedDownScriptIsNotTakenForItsEnd() throws Exception {
        applied(Scenario.linear(1));
        files().put("U1__create_t1.sql", "CREATE TABLE a (id INTEGER);\nDROP TABLE not_there;\n");
        RepairAction rest = new RepairAction.Resume("1");
        try (MigrationManager manager = open()) {
            assertThat(catchThrowableOfType(
                            MigrationFailedException.class, () -> manager.downgrade(Target.parse("-1"))))
                    .isNotNull();
            files().put(
                            "U1__create_t1.sql",
                            "CREATE TABLE a (id INTEGER);\nUPDATE t1 SET name = SLEEP(60);\nDROP TABLE t1;\n");
            MigrationFailedException lost = whileEnded(2, "User sleep", m -> m.repair(rest));
            assertThat(lost.databaseState()).isEqualTo(DatabaseState.PARTIAL);
            assertThat(lost.nextStep()).contains("--resume 1");
            assertThat(message(manager)).isEqualTo("U1__create_t1.sql failed half-way: 1 of 3 statements IS applied");
            files().put("U1__create_t1.sql", "CREATE TABLE a (id INTEGER);\nDROP TABLE t1;\n");
            assertThat(manager.repair(rest).remaining()).isEmpty();
            assertThat(manager.current()).isEmpty();
        }
    }

    /** Upgrades, and has the server end the connection when a statement waits for something. */
    private MigrationFailedException failsWhileEndedAt(int index, String script, String waitsFor) throws Exception {
        files().put("V2__script.sql", script);
        return whileEnded(index, waitsFor, MigrationManager::upgrade);
    }

    private MigrationFailedException whileEnded(int index, String waitsFor, Consumer<MigrationManager> command)
            throws Exception {
        Thread[] killer = new Thread[1];
        try (MigrationManager manager = configure()
                .set(ConfigKey.DDL_LOCK_TIMEOUT, "60s")
                .listener(event -> {
                    if (event instanceof MigrationEvent.StatementStarted started && started.index() == index) {
                        killer[0] = new Thread(() -> end(waitsFor));
                        killer[0].start();
                    }
                })
                .open()) {
            MigrationFailedException error =
                    catchThrowableOfType(MigrationFailedException.class, () -> command.accept(manager));
            killer[0].join();
            return error;
        }
    }

    private void end(String waitsFor) {
        try (Connection admin = database().administer();
                Statement statement = admin.createStatement()) {
            for (int i = 0; i < 600; i++) {
                try (ResultSet found =
                        statement.executeQuery("SELECT id FROM information_schema.processlist WHERE db = '"
                                + admin.getCatalog() + "' AND state = '" + waitsFor + "'")) {
                    if (found.next()) {
                        statement.execute("KILL " + found.getLong(1));
                        return;
                    }
                }
                Thread.sleep(50);
            }
            throw new IllegalStateException("nobody waits for " + waitsFor);
        } catch (SQLException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
