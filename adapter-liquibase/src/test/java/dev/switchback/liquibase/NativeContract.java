package dev.switchback.liquibase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.switchback.api.MigrationManager;
import dev.switchback.api.error.HistoryMismatchException;
import dev.switchback.api.error.IrreversibleMigrationException;
import dev.switchback.api.error.MigrationFailedException;
import dev.switchback.api.model.Direction;
import dev.switchback.api.model.MigrationPlan;
import dev.switchback.api.model.MigrationState;
import dev.switchback.api.model.PlannedStatement;
import dev.switchback.api.model.RepairAction;
import dev.switchback.api.model.Target;
import dev.switchback.tck.DatabaseAbility;
import dev.switchback.tck.FreshDatabase;
import dev.switchback.tck.TestDatabase;
import dev.switchback.tck.WorkflowContract;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.data.Index;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Changelogs of Liquibase as migrations: everything that is promised of SQL files. */
abstract class NativeContract extends WorkflowContract {

    private static final String INSERT =
            """
            <insert tableName="orders"><column name="id" valueNumeric="1"/><column name="note" value="a; b"/></insert>
            <insert tableName="orders"><column name="id" valueNumeric="2"/></insert>
            <rollback><delete tableName="orders"><where>id = 1</where></delete>DELETE</rollback>
            """.replace("DELETE", "<sql>delete from orders where id = 2; -- both; gone</sql>");

    private static final String VIEW = NativeFiles.xml(
            "id=\"R__big_orders\" author=\"switchback\" runOnChange=\"true\"",
            "<sql>drop view if exists big_orders; create view big_orders as select id from orders where id > 1</sql>");

    NativeContract(TestDatabase product) {
        super(new LiquibaseEngineProvider(), product);
    }

    private void writeAll() {
        files().put("V1__orders.xml", NativeFiles.XML);
        files().put("V2__rows.xml", NativeFiles.version(2, INSERT));
        files().put("V3__more.sql", "create table more (x int);");
        files().put("U3__more.sql", "drop table more;");
        files().put("R__big_orders.xml", VIEW);
    }

    @ParameterizedTest
    @ValueSource(strings = {"xml", "yaml", "yml", "json"})
    final void runsUpAndBackDown(String format) throws Exception {
        String text =
                format.equals("xml") ? NativeFiles.XML : format.equals("json") ? NativeFiles.JSON : NativeFiles.YAML;
        files().put("V1__orders." + format, text);
        try (MigrationManager manager = configure().open()) {
            MigrationPlan plan = manager.plan(Direction.UP, Target.head());
            assertThat(plan.steps().get(0).statements())
                    .extracting(PlannedStatement::sql)
                    .hasSize(2)
                    .satisfies(
                            sql -> assertThat(sql)
                                    .startsWith("CREATE TABLE orders")
                                    .contains("'it''s; new'"),
                            Index.atIndex(0));
            assertThat(manager.check().problems()).isEmpty();
            manager.upgrade();
            assertThat(database().tables()).contains("orders");
            assertThat(manager.status().migrations().get(0).state()).isEqualTo(MigrationState.APPLIED);
            assertThat(manager.history().get(0).description()).isEqualTo("orders");
            assertThat(manager.upgrade().executed()).isEmpty();
            assertThat(manager.downgrade(Target.base()).executed()).hasSize(1);
            assertThat(database().tables()).doesNotContain("orders");
        }
    }

    @Test
    final void goesUpAndDownAmongSqlFiles() throws Exception {
        writeAll();
        try (MigrationManager manager = configure().open()) {
            assertThat(manager.upgrade().executed()).hasSize(4);
            assertThat(database().column("select note from orders where id = 1"))
                    .containsExactly("a; b");
            assertThat(database().column("select id from big_orders")).containsExactly("2");
            assertThat(manager.check().ok()).isTrue();
            dropView();
            manager.downgrade(Target.parse("1"));
            assertThat(database().column("select id from orders")).isEmpty();
            manager.upgrade();
            dropView();
            manager.downgrade(Target.base());
            assertThat(database().tables()).doesNotContain("orders", "more");
        }
    }

    private void dropView() throws Exception {
        database().execute("drop view big_orders");
    }

    @Test
    final void runsARepeatableOneAgainWhenItChanges() throws Exception {
        writeAll();
        try (MigrationManager manager = configure().open()) {
            manager.upgrade();
            files().put("R__big_orders.xml", VIEW.replace("id > 1", "id > 0"));
            assertThat(manager.upgrade().executed()).hasSize(1);
            assertThat(database().column("select id from big_orders order by id"))
                    .containsExactly("1", "2");
        }
    }

    @Test
    final void noticesAnEditAndNoChangeOfLineEnds() throws Exception {
        files().put("V1__orders.xml", NativeFiles.XML);
        try (MigrationManager manager = configure().open()) {
            manager.upgrade();
            files().put("V1__orders.xml", NativeFiles.XML.replace("\n", "\r\n"));
            assertThat(manager.check().ok()).isTrue();
            // the same SQL, but another file
            files().put("V1__orders.xml", NativeFiles.XML.replace("orders; and", "orders, and"));
            assertThat(manager.status().migrations().get(0).state()).isEqualTo(MigrationState.CHANGED);
            assertThat(catchThrowableOfType(HistoryMismatchException.class, manager::upgrade))
                    .hasMessageContaining("V1__orders.xml");
        }
    }

    @Test
    final void plainLiquibaseTakesOver() throws Exception {
        files().put("V1__orders.xml", NativeFiles.XML);
        files().put("V2__rows.xml", NativeFiles.version(2, INSERT));
        Path changelog = folder().resolve("changelog.xml");
        try (MigrationManager manager = configure().open()) {
            manager.upgrade();
            assertThat(manager.export("liquibase", changelog).warnings()).isEmpty();
        }
        PlainLiquibase plain = new PlainLiquibase(folder(), changelog, database()::connection);
        assertThat(plain.pending()).isEmpty();
        assertThat(plain.unexpected()).isEmpty();
        plain.update();
        plain.rollback(1);
        assertThat(database().column("select id from orders")).isEmpty();
        plain.rollback(1);
        assertThat(database().tables()).doesNotContain("orders");
        try (FreshDatabase other = product().fresh(Files.createDirectories(folder().resolve("other")))) {
            new PlainLiquibase(folder(), changelog, other::connection).update();
            assertThat(other.column("select note from orders where id = 1")).containsExactly("a; b");
            try (MigrationManager manager = configure().databaseUrl(other.url()).open()) {
                assertThat(manager.check().ok()).isTrue();
                assertThat(manager.upgrade().executed()).isEmpty();
                assertThat(manager.downgrade(Target.base()).executed()).hasSize(2);
            }
        }
    }

    @Test
    final void goesOnAfterAFailureHalfWay() throws Exception {
        files().put("V1__orders.xml", NativeFiles.XML);
        String broken = """
                <createTable tableName="a"><column name="x" type="int"/></createTable>
                <sql>insert into nowhere values (1)</sql>
                <createTable tableName="b"><column name="x" type="int"/></createTable>""";
        files().put("V2__two.xml", NativeFiles.version(2, broken));
        try (MigrationManager manager = configure().open()) {
            MigrationFailedException error = catchThrowableOfType(MigrationFailedException.class, manager::upgrade);
            assertThat(error.statement().index()).isEqualTo(2);
            assertThat(error.statement().line()).isEqualTo(4);
            files().put("V2__two.xml", NativeFiles.version(2, broken.replace("nowhere values", "orders (id) values")));
            if (product().can(DatabaseAbility.TRANSACTIONAL_DDL)) {
                manager.upgrade();
            } else {
                assertThat(manager.repair(new RepairAction.Resume("2")).remaining())
                        .isEmpty();
            }
            assertThat(database().tables()).contains("a", "b");
            assertThat(database().column("select id from orders")).containsExactly("1");
            assertThat(manager.check().ok()).isTrue();
        }
    }

    @Test
    final void isIrreversibleWhereNothingIsKnownToTakeItBack() throws Exception {
        files().put("V1__orders.xml", NativeFiles.XML);
        files().put("V2__row.xml", NativeFiles.version(2, "<sql>insert into orders (id) values (1)</sql>"));
        try (MigrationManager manager = configure().open()) {
            manager.upgrade();
            assertThat(manager.status()
                            .migrations()
                            .get(1)
                            .migration()
                            .orElseThrow()
                            .reversible())
                    .isFalse();
            assertThat(catchThrowableOfType(
                            IrreversibleMigrationException.class, () -> manager.downgrade(Target.parse("-1"))))
                    .hasMessageContaining("V2__row.xml");
            files().put("U2__row.sql", "delete from orders;");
            manager.downgrade(Target.parse("-1"));
            assertThat(database().column("select id from orders")).isEmpty();
        }
    }

    @Test
    final void changesManyThings() throws Exception {
        files().put("V1__orders.xml", NativeFiles.XML);
        files().put("V2__many.yaml", product().kind().displayName().equals("SQLite") ? SQLITE_MANY : MANY);
        try (MigrationManager manager = configure().open()) {
            manager.upgrade();
            assertThat(manager.check().problems()).isEmpty();
            assertThat(database().column("select total from customer_order")).containsExactly("12.5");
            manager.downgrade(Target.parse("1"));
            assertThat(database().tables()).contains("orders").doesNotContain("customer_order", "line");
            manager.upgrade();
        }
    }

    private static final String SQLITE_MANY = """
            databaseChangeLog:
              - changeSet:
                  id: "2"
                  author: switchback
                  changes:
                    - sql: {sql: "alter table orders add total numeric; insert into orders (id, total) values (7, 12.5)"}
                    - renameTable: {oldTableName: orders, newTableName: customer_order}
                  rollback:
                    - renameTable: {oldTableName: customer_order, newTableName: orders}
                    - sql: {sql: alter table orders drop column total}
                    - delete: {tableName: orders}
            """;

    private static final String MANY = """
            databaseChangeLog:
              - changeSet:
                  id: "2"
                  author: switchback
                  changes:
                    - addColumn:
                        tableName: orders
                        columns:
                          - column: {name: total, type: "decimal(9,1)", defaultValueNumeric: 12.5}
                    - createTable:
                        tableName: line
                        remarks: what is in it
                        columns:
                          - column: {name: id, type: bigint, autoIncrement: true, constraints: {primaryKey: true, primaryKeyName: line_pk}}
                          - column: {name: order_id, type: int, constraints: {nullable: false}}
                          - column: {name: made, type: timestamp, defaultValueComputed: CURRENT_TIMESTAMP}
                          - column: {name: open, type: boolean, defaultValueBoolean: true}
                    - addForeignKeyConstraint:
                        baseTableName: line
                        baseColumnNames: order_id
                        constraintName: line_order
                        referencedTableName: orders
                        referencedColumnNames: id
                        onDelete: CASCADE
                    - addUniqueConstraint: {tableName: line, columnNames: "order_id, made", constraintName: line_once}
                    - renameTable: {oldTableName: orders, newTableName: customer_order}
                    - insert:
                        tableName: customer_order
                        columns:
                          - column: {name: id, valueNumeric: 7}
                    - insert:
                        tableName: line
                        columns:
                          - column: {name: order_id, valueNumeric: 7}
                    - update:
                        tableName: line
                        columns:
                          - column: {name: open, valueBoolean: false}
                        where: order_id = 7
                  rollback:
                    - dropTable: {tableName: line}
                    - renameTable: {oldTableName: customer_order, newTableName: orders}
                    - dropColumn: {tableName: orders, columnName: total}
                    - delete: {tableName: orders}
            """;
}
