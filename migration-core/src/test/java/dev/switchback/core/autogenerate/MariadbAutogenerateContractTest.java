package dev.switchback.core.autogenerate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchback.core.domain.schema.DatabaseSchema;
import dev.switchback.core.domain.schema.DdlStatement;
import dev.switchback.core.domain.schema.DdlStatement.Risk;
import dev.switchback.core.domain.schema.ObjectName;
import dev.switchback.core.domain.schema.Renames;
import dev.switchback.core.domain.schema.SchemaDiff;
import dev.switchback.core.domain.schema.Table;
import dev.switchback.core.jdbc.inspect.MariadbSchemaInspector;
import dev.switchback.tck.FreshDatabase;
import dev.switchback.tck.MariadbDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The cases on MariaDB. */
final class MariadbAutogenerateContractTest extends AutogenerateContract {

    MariadbAutogenerateContractTest() {
        super(new MariadbDatabase(), new MariadbSchemaInspector(), MariadbDatabase.renderer());
    }

    /** As the administrator: MariaDB 11.4 wants a right on the whole server for a default that takes from a sequence. */
    @Override
    protected Room roomIn(FreshDatabase database) throws SQLException {
        return new Room(database.administer(), database::close);
    }

    @Override
    protected List<String> dump(Connection connection) throws SQLException {
        return MariadbDump.of(connection);
    }

    @Test
    void whatRowsWereIsKeptThereAndBack() throws SQLException {
        String versioned = "CREATE TABLE tariff (id int PRIMARY KEY, rate int) WITH SYSTEM VERSIONING";
        try (Room room = room();
                Room other = room()) {
            if (MariadbDatabase.isMysql()) {
                assertThatThrownBy(() -> room.run(List.of(versioned)))
                        .as("what MySQL has not")
                        .hasMessageContaining("syntax");
                return;
            }
            room.run(List.of(
                    versioned,
                    "INSERT INTO tariff VALUES (1, 10)",
                    "UPDATE tariff SET rate = 20",
                    "DELETE FROM tariff"));
            other.run(List.of("CREATE TABLE tariff (id int PRIMARY KEY, rate decimal(8,2), note text)"
                    + " WITH SYSTEM VERSIONING"));
            DatabaseSchema before = inspect(room);
            DatabaseSchema after = inspect(other);
            List<DdlStatement> up = MariadbDatabase.renderer().render(SchemaDiff.between(before, after));
            List<DdlStatement> down = MariadbDatabase.renderer().render(SchemaDiff.between(after, before));
            String said = "SET STATEMENT system_versioning_alter_history = KEEP FOR ALTER TABLE tariff";
            assertThat(up).extracting(DdlStatement::sql).allMatch(sql -> sql.startsWith(said));
            assertThat(down).extracting(DdlStatement::sql).allMatch(sql -> sql.startsWith(said));

            room.migrate(up, false);
            room.migrate(down, false);

            assertThat(SchemaDiff.between(before, inspect(room)).isEmpty()).isTrue();
            assertThat(ratesOfAllTime(room.connection())).containsExactly("10", "20");
            try (Statement statement = room.connection().createStatement();
                    ResultSet row = statement.executeQuery("SELECT @@system_versioning_alter_history")) {
                assertThat(row.next()).isTrue();
                assertThat(row.getString(1)).as("of the session").isEqualTo("ERROR");
            }
        }
    }

    /** Two that change places, and a check, computed columns and on MySQL expressions of indexes that speak of them. */
    @Test
    void columnsOfWhichOthersSpeakGetTheirNamesThereAndBack() throws SQLException {
        String expressions = MariadbDatabase.isMysql() ? ", UNIQUE u ((width * 3)), INDEX i (id, (height * 2))" : "";
        String box = "CREATE TABLE box (id int PRIMARY KEY, width int, height int, area int AS (width * height) STORED,"
                + " half int AS (area / 2), CHECK (width > height), CONSTRAINT wide CHECK (width < 100), INDEX a (area)"
                + expressions + ")";
        try (Room room = room();
                Room other = room()) {
            room.run(List.of(box, "INSERT INTO box (id, width, height) VALUES (1, 4, 3)"));
            other.run(
                    List.of(box.replace("width", "w").replace("height", "width").replaceAll("\\bw\\b", "height")));
            DatabaseSchema before = inspect(room);
            DatabaseSchema after = inspect(other);
            Renames renames =
                    new Renames(Map.of(), Map.of(ObjectName.of("box"), Map.of("width", "height", "height", "width")));

            rename(room, renames, before, after);
            assertThat(box(room.connection())).containsExactly("4", "3", "12", "6");
            rename(room, renames.inverse(), after, before);
            assertThat(box(room.connection())).containsExactly("3", "4", "12", "6");
        }
    }

    private static void rename(Room room, Renames renames, DatabaseSchema from, DatabaseSchema to) throws SQLException {
        room.migrate(MariadbDatabase.renderer().rename(renames, from), false);
        room.migrate(MariadbDatabase.renderer().render(SchemaDiff.between(inspect(room), to)), false);
        assertThat(SchemaDiff.between(inspect(room), to).changes()).isEmpty();
    }

    private static List<String> box(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT height, width, area, half FROM box")) {
            assertThat(row.next()).isTrue();
            return List.of(row.getString(1), row.getString(2), row.getString(3), row.getString(4));
        }
    }

    @Test
    void triggersAreMadeAgainAsTheyWereWritten() throws SQLException {
        try (Room room = room();
                Room other = room()) {
            room.run(
                    List.of(
                            "CREATE TABLE note (id int, text varchar(50))",
                            "CREATE TRIGGER second BEFORE INSERT ON note FOR EACH ROW SET NEW.text = concat(NEW.text, 'a\\\\n')"));
            other.run(List.of(
                    "CREATE TABLE note (id int, text varchar(50))",
                    "CREATE TRIGGER first BEFORE INSERT ON note\nfor each  row\nSET NEW.text = '\\\\d'",
                    "CREATE TRIGGER second BEFORE INSERT ON note FOR EACH ROW FOLLOWS first"
                            + " SET NEW.text = concat(NEW.text, 'a\\\\n')"));

            room.migrate(MariadbDatabase.renderer().render(SchemaDiff.between(inspect(room), inspect(other))), false);

            room.run(List.of("INSERT INTO note VALUES (1, '')"));
            try (Statement statement = room.connection().createStatement();
                    ResultSet row = statement.executeQuery("SELECT text FROM note")) {
                assertThat(row.next()).isTrue();
                assertThat(row.getString(1)).isEqualTo("\\da\\n");
            }
        }
    }

    @Test
    void programsOfAnotherModeAreNamedAndNotCompared() throws SQLException {
        try (Room room = room()) {
            room.run(List.of(
                    "CREATE TABLE note (id int, text varchar(50))",
                    "SET sql_mode = 'PIPES_AS_CONCAT'",
                    "CREATE FUNCTION joined(a varchar(10)) RETURNS varchar(30) DETERMINISTIC RETURN a || 'x'",
                    "CREATE TRIGGER joins BEFORE INSERT ON note FOR EACH ROW SET NEW.text = NEW.text || 'x'",
                    "SET sql_mode = DEFAULT"));

            DatabaseSchema schema = inspect(room);

            assertThat(schema.unsupported())
                    .containsExactly(
                            "function joined, made with sql_mode PIPES_AS_CONCAT",
                            "trigger note.joins, made with sql_mode PIPES_AS_CONCAT");
            assertThat(schema.routines()).isEmpty();
            assertThat(schema.triggers()).isEmpty();
        }
    }

    @Test
    void saysThatDefinersAndGrantsOfWhatIsMadeAgainAreGone() throws SQLException {
        List<DdlStatement> script = change(
                List.of(
                        "CREATE TABLE t (id int, v int)",
                        "CREATE VIEW vw AS SELECT id FROM t",
                        "CREATE FUNCTION fn(x int) RETURNS int DETERMINISTIC RETURN x",
                        "CREATE PROCEDURE pr() DELETE FROM t WHERE id = 0",
                        "CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW SET NEW.v = 1"),
                List.of(
                        "CREATE TABLE t (id int, v int)",
                        "CREATE VIEW vw AS SELECT id, v FROM t",
                        "CREATE FUNCTION fn(x int) RETURNS int DETERMINISTIC RETURN x + 1",
                        "CREATE PROCEDURE pr() DELETE FROM t WHERE id = 1",
                        "CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW SET NEW.v = 2"));

        assertThat(script)
                .filteredOn(each -> each.note().isPresent())
                .extracting(each -> each.sql().replaceFirst("(\\w+( OR REPLACE)? \\w+ \\w+).*", "$1"))
                .containsExactly(
                        "DROP TRIGGER tr", "DROP FUNCTION fn", "DROP PROCEDURE pr", "CREATE OR REPLACE VIEW vw");
        assertThat(script)
                .filteredOn(each -> each.sql().startsWith("DROP FUNCTION"))
                .extracting(each -> each.note().orElse(""))
                .containsExactly(
                        "fn is made again: EXECUTE that was granted on it is gone, and its definer is who runs this");
        assertThat(script).extracting(DdlStatement::risk).containsOnly(Risk.NONE);
    }

    @Test
    void anotherCharacterSetMayRefuseRows() throws SQLException {
        List<DdlStatement> ofColumn = change(
                List.of("CREATE TABLE t (v varchar(20) CHARACTER SET utf8mb4)"),
                List.of("CREATE TABLE t (v varchar(20) CHARACTER SET latin1)"));
        List<DdlStatement> ofTable = change(
                List.of("CREATE TABLE t (id int, v varchar(20)) DEFAULT CHARSET=utf8mb4"),
                List.of("CREATE TABLE t (id int, v varchar(20)) DEFAULT CHARSET=latin1"));

        for (List<DdlStatement> script : List.of(ofColumn, ofTable)) {
            assertThat(script).hasSize(1);
            assertThat(script.get(0).risk()).isEqualTo(Risk.REJECTS_ROWS);
            assertThat(script.get(0).note()).hasValue("what is in v must fit into another character set or collation");
        }
    }

    /** On the database that is read, no table leaves its collation out, so it need not be guessed. */
    @Test
    void aTableSaysItsCollationAlsoIfItIsThatOfItsCharacterSet() throws SQLException {
        try (Room room = room()) {
            room.run(List.of(
                    "ALTER DATABASE CHARACTER SET latin1 COLLATE latin1_german1_ci",
                    "CREATE TABLE usual (v varchar(20)) DEFAULT CHARSET=latin1 COLLATE latin1_swedish_ci",
                    "CREATE TABLE own (v varchar(20))"));

            assertThat(inspect(room).tables().values())
                    .extracting(Table::options)
                    .containsExactlyInAnyOrder("DEFAULT CHARSET=latin1 COLLATE=latin1_swedish_ci", "");
        }
    }

    @Test
    void aCharacterSetWithoutACollationIsThatWithTheServersOwn() throws SQLException {
        for (String charset : List.of("latin1", "utf8mb3", "utf8mb4", "ascii")) {
            for (String ofDatabase : List.of("latin1_german1_ci", "utf8mb4_bin", "utf8mb4_unicode_ci")) {
                try (Room room = room();
                        Room other = room()) {
                    for (Room each : List.of(room, other)) {
                        each.run(List.of("ALTER DATABASE CHARACTER SET " + ofDatabase.replaceFirst("_.*", "")
                                + " COLLATE " + ofDatabase));
                    }
                    String collation = usualCollation(room.connection(), charset);
                    room.run(tables("CHARACTER SET " + charset));
                    other.run(tables("CHARACTER SET " + charset + " COLLATE " + collation));

                    assertThat(SchemaDiff.between(inspect(room), inspect(other)).changes())
                            .as(charset + " in " + ofDatabase)
                            .isEmpty();
                    List<DdlStatement> all = MariadbDatabase.renderer().create(inspect(room));
                    room.run(List.of("DROP FUNCTION f", "DROP TABLE t, u, w"));
                    room.migrate(all, false);
                    assertThat(SchemaDiff.between(inspect(room), inspect(other)).changes())
                            .as(charset + " in " + ofDatabase + " " + all)
                            .isEmpty();
                }
            }
        }
    }

    private static List<String> tables(String charset) {
        return List.of(
                "CREATE TABLE t (v varchar(20), w enum('a')) " + charset,
                "CREATE TABLE u (v varchar(20) " + charset + ", w text " + charset + ", KEY (v))",
                "CREATE TABLE w (v varchar(20) " + charset + ") " + charset,
                "CREATE FUNCTION f() RETURNS varchar(20) " + charset + " DETERMINISTIC RETURN 'a'");
    }

    private static String usualCollation(Connection connection, String charset) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE usual (v varchar(20)) CHARACTER SET " + charset);
            try (ResultSet row = statement.executeQuery("SELECT table_collation FROM information_schema.tables"
                    + " WHERE table_schema = DATABASE() AND table_name = 'usual'")) {
                assertThat(row.next()).isTrue();
                String collation = row.getString(1);
                statement.execute("DROP TABLE usual");
                return collation;
            }
        }
    }

    private List<DdlStatement> change(List<String> before, List<String> after) throws SQLException {
        try (Room room = room();
                Room other = room()) {
            room.run(before);
            other.run(after);
            List<DdlStatement> script =
                    MariadbDatabase.renderer().render(SchemaDiff.between(inspect(room), inspect(other)));
            room.migrate(script, false);
            assertThat(SchemaDiff.between(inspect(room), inspect(other)).isEmpty())
                    .isTrue();
            return script;
        }
    }

    private static DatabaseSchema inspect(Room room) throws SQLException {
        return new MariadbSchemaInspector().inspect(room.connection(), Set.of());
    }

    private static List<String> ratesOfAllTime(Connection connection) throws SQLException {
        List<String> rates = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT rate FROM tariff FOR SYSTEM_TIME ALL ORDER BY rate")) {
            while (rows.next()) {
                rates.add(rows.getString(1));
            }
        }
        return rates;
    }
}
