package dev.switchback.liquibase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.api.model.AppliedMigration;
import dev.switchback.core.port.ChecksumMatch;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What we did, plain Liquibase takes over with the exported changelog, and the other way round. */
abstract class InterchangeContract {

    private static final String V1 = "V1__create_users.sql";
    private static final String V2 = "V2.1__fill_users.sql";
    private static final String V3 = "V20261123071500__add_orders.sql";
    private static final String R = "R__user_names.sql";

    @TempDir
    Path root;

    Project project;

    abstract Project open(Path folder) throws IOException;

    @BeforeEach
    void files() throws IOException {
        project = open(root)
                .file(V1, "-- users\ncreate table people (id int primary key, name varchar(20));\n-- the end\n")
                .file("U1__create_users.sql", "drop table people;")
                .file(V2, "insert into people values (1, 'a;b');\n\ninsert into people values (2, 'a  b -- no')\n")
                .file("U2.1__fill_users.sql", "delete from people where id = 1;\ndelete from people where id = 2;")
                .file(V3, "create table orders (id int);create index orders_id on orders (id);")
                .file("U20261123071500__add_orders.sql", "drop index orders_id;\ndrop table orders;\n")
                .file(R, "drop view if exists user_names;\ncreate view user_names as select name from people;\n");
    }

    private PlainLiquibase plain() throws IOException {
        return new PlainLiquibase(project, project.export());
    }

    @Test
    void plainLiquibaseHasNothingToDoAfterOurUp() throws Exception {
        project.up(V1, V2, V3, R);
        List<String> before = project.query("select ID || MD5SUM || ORDEREXECUTED from DATABASECHANGELOG");
        PlainLiquibase plain = plain();
        assertThat(plain.pending()).isEmpty();
        assertThat(plain.unexpected()).isEmpty();
        plain.update();
        assertThat(project.query("select ID || MD5SUM || ORDEREXECUTED from DATABASECHANGELOG"))
                .isEqualTo(before);
    }

    @Test
    void plainLiquibaseFindsExactlyOurDownPendingAndAppliesItAgain() throws Exception {
        project.up(V1, V2, V3, R).down(V3);
        PlainLiquibase plain = plain();
        assertThat(plain.pending()).containsExactly("20261123071500", "R__user_names");
        plain.update();
        assertThat(project.hasTable("orders")).isTrue();
        assertAllMatch(V1, V2, V3, R);
    }

    @Test
    void weFindNothingToDoAfterPlainLiquibase() throws Exception {
        plain().update();
        assertAllMatch(V1, V2, V3, R);
        assertThat(project.query("select name from user_names order by 1")).containsExactly("a  b -- no", "a;b");
    }

    @Test
    void weGoDownAndUpAgainAfterPlainLiquibase() throws Exception {
        PlainLiquibase plain = plain();
        plain.update();
        project.down(V3);
        assertThat(project.hasTable("orders")).isFalse();
        project.up(V3, R);
        assertThat(plain.pending()).isEmpty();
        assertAllMatch(V1, V2, V3, R);
    }

    @Test
    void plainLiquibaseHasNothingToDoAfterStamp() throws Exception {
        try (Connection connection = project.connect()) {
            project.store().create(connection);
            connection.setAutoCommit(false);
            project.store().stamp(connection, project.scripts());
            connection.commit();
        }
        assertThat(plain().pending()).isEmpty();
        plain().update();
        assertThat(project.hasTable("people")).isFalse();
        assertAllMatch(V1, V2, V3, R);
    }

    @Test
    void anAcceptedRenamingIsOneForPlainLiquibaseToo() throws Exception {
        String renamed = "V002.1__fill_people.sql";
        project.up(V1, V2, V3, R);
        AppliedMigration row = project.row(V2);
        project.file(renamed, project.script(V2).up().text().string()).remove(V2);
        assertThat(project.store().isRenamed(project.script(renamed), row)).isTrue();
        assertThat(plain().pending()).containsExactly("002.1");
        try (Connection connection = project.connect()) {
            connection.setAutoCommit(false);
            project.store().updateChecksum(connection, project.script(renamed), row);
            connection.commit();
        }
        assertThat(plain().pending()).isEmpty();
        assertThat(plain().unexpected()).isEmpty();
        assertThat(project.store().isRenamed(project.script(renamed), project.row(renamed)))
                .isFalse();
    }

    @Test
    void plainLiquibaseRunsOurDownScripts() throws Exception {
        project.up(V1, V2, V3);
        plain().rollback(2);
        assertThat(project.hasTable("orders")).isFalse();
        assertThat(project.query("select name from people")).isEmpty();
        assertAllMatch(V1);
    }

    /** Repeatable ones are the last that ran, so they are what plain Liquibase has to take back first. */
    @Test
    void plainLiquibaseForgetsRepeatablesOnItsWayDownAsWeDo() throws Exception {
        project.up(V1, V2, V3, R);
        PlainLiquibase plain = plain();
        plain.rollback(2);
        assertThat(project.hasTable("orders")).isFalse();
        assertThat(project.query("select name from user_names")).hasSize(2);
        assertAllMatch(V1, V2);
        assertThat(plain.pending()).containsExactly("20261123071500", "R__user_names");
        project.up(V3, R);
        assertThat(plain.pending()).isEmpty();
    }

    @Test
    void plainLiquibaseRunsAnEditedRepeatableAgainAndWeSeeIt() throws Exception {
        project.up(V1, V2, V3, R);
        project.file(R, "drop view if exists user_names;\ncreate view user_names as select id as name from people;\n");
        PlainLiquibase plain = plain();
        assertThat(plain.pending()).containsExactly("R__user_names");
        plain.update();
        assertAllMatch(V1, V2, V3, R);
        assertThat(project.query("select name from user_names order by 1")).containsExactly("1", "2");
    }

    @Test
    void ourRowsAreThoseOfPlainLiquibase() throws Exception {
        String columns =
                "select ID || '|' || AUTHOR || '|' || FILENAME || '|' || EXECTYPE || '|' || MD5SUM || '|' || COMMENTS"
                        + " || '|' || coalesce(TAG, '-') || '|' || LIQUIBASE || '|' || coalesce(CONTEXTS, '-')"
                        + " || '|' || coalesce(LABELS, '-') || '|' || ORDEREXECUTED || '|' || length(DEPLOYMENT_ID)"
                        + " from DATABASECHANGELOG order by ORDEREXECUTED";
        project.up(V1, V2, V3, R);
        List<String> ours = project.query(columns);
        Project other = open(root.resolve("other"));
        project.scripts().forEach(s -> copy(other, s.script(), s.up().text().string()));
        new PlainLiquibase(other, other.export()).update();
        assertThat(other.query(columns)).isEqualTo(ours);
    }

    private static void copy(Project target, String name, String text) {
        try {
            target.file(name, text);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aBaselineWithItsVersionedMigrationsLeavesPlainLiquibaseNothingToDo() throws Exception {
        project.file("B2.1__users.sql", "create table people (id int primary key, name varchar(20));")
                .baseline("B2.1__users.sql", V1, V2)
                .up(V3, R);
        assertThat(plain().pending()).isEmpty();
        plain().update();
        assertAllMatch("B2.1__users.sql", V3, R);
    }

    @Test
    void aBaselineAloneIsRunByPlainLiquibaseOnAnEmptyDatabaseOnly() throws Exception {
        project.file("B2.1__users.sql", "create table people (id int primary key, name varchar(20));");
        Project squashed = open(root.resolve("empty"));
        for (String file : List.of("B2.1__users.sql", V3, R)) {
            squashed.file(file, project.script(file).up().text().string());
        }
        project.up(V1, V2, V3, R).remove(V1).remove(V2);

        plain().update();
        assertAllMatch(V1, V2, V3, R);

        new PlainLiquibase(squashed, squashed.export()).update();
        project = squashed;
        assertAllMatch("B2.1__users.sql", V3, R);
    }

    @Test
    void placeholdersArePropertiesForPlainLiquibase() throws Exception {
        project.placeholder("greeting", "hello <&> \"you\"").placeholder("unused", "nobody's business");
        project.file("V4__greet.sql", "insert into people values (9, '${greeting}');");
        Path changelog = project.export();
        assertThat(changelog).content().doesNotContain("nobody");
        new PlainLiquibase(project, changelog).update();
        assertThat(project.query("select name from people where id = 9")).containsExactly("hello <&> \"you\"");
        assertAllMatch(V1, V2, "V4__greet.sql", V3, R);
    }

    @Test
    void filesInSubfoldersKeepTheirPath() throws Exception {
        Project nested = open(root.resolve("nested"))
                .file("2026__first/V1__create_things.sql", "create table things (id int);")
                .file("2026__first/R__all_things.sql", "create view all_things as select id from things;");
        nested.up("2026__first/V1__create_things.sql", "2026__first/R__all_things.sql");
        assertThat(new PlainLiquibase(nested, nested.export()).pending()).isEmpty();
        assertThat(nested.history())
                .extracting(AppliedMigration::description)
                .containsExactly("create things", "all things");
        assertThat(nested.query("select ID from DATABASECHANGELOG order by ORDEREXECUTED"))
                .containsExactly("1", "R__all_things");
    }

    void assertAllMatch(String... scripts) throws Exception {
        List<AppliedMigration> history = project.history();
        assertThat(history).extracting(AppliedMigration::script).containsExactly(scripts);
        assertThat(history).allMatch(AppliedMigration::inEffect);
        assertThat(history).extracting(AppliedMigration::appliedAt).allMatch(t -> t.isPresent());
        for (AppliedMigration row : history) {
            project.scripts().stream()
                    .filter(s -> s.script().equals(row.script()))
                    .forEach(s -> assertThat(project.store().compare(s, row))
                            .as(s.script())
                            .isEqualTo(ChecksumMatch.MATCHES));
        }
    }
}
