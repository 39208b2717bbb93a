package dev.switchback.liquibase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.api.MigrationManager;
import dev.switchback.api.Switchback;
import dev.switchback.api.model.AppliedMigration;
import dev.switchback.api.model.ExecutedMigration;
import dev.switchback.api.model.RunResult;
import dev.switchback.api.model.Target;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole workflow on the example of the manual, and plain Liquibase after and before each of our commands. */
abstract class QuickstartContract {

    private static final Path EXAMPLE = Path.of("..", "docs", "examples", "quickstart");
    private static final String LAST = "20260126150000";
    private static final String REPEATABLE = "R__open_loan";

    @TempDir
    Path root;

    private PlainLiquibase plain;

    abstract Project open(Path folder) throws IOException;

    /** The folder with what only this database understands. */
    abstract String dialect();

    @BeforeEach
    void example() throws IOException {
        for (String folder : List.of("migrations", dialect())) {
            copy(EXAMPLE.resolve(folder), root.resolve(folder));
        }
        Project project = open(root);
        plain = new PlainLiquibase(project, root.resolve("changelog.xml"));
        try (MigrationManager manager = manager()) {
            manager.export("liquibase", root.resolve("changelog.xml"));
        }
    }

    @Test
    void plainLiquibaseHasNothingToDoAfterAnUpgrade() throws Exception {
        try (MigrationManager manager = manager()) {
            assertThat(manager.upgrade().executed()).hasSize(10);
            assertThat(manager.check().ok()).isTrue();
        }
        assertThat(plain.pending()).isEmpty();
        assertThat(plain.unexpected()).isEmpty();
    }

    @Test
    void plainLiquibaseAppliesAgainWhatWeReverted() throws Exception {
        try (MigrationManager manager = manager()) {
            manager.upgrade();
            manager.downgrade(Target.parse("-1"));
            assertThat(plain.pending()).containsExactly(LAST, REPEATABLE);
            plain.update();
            assertThat(manager.check().ok()).isTrue();
            assertThat(manager.upgrade().executed()).isEmpty();
            assertThat(manager.history()).hasSize(10).allMatch(AppliedMigration::inEffect);
        }
    }

    @Test
    void weTakeOverFromPlainLiquibaseDownToTheBaseAndUp() throws Exception {
        plain.update();
        try (MigrationManager manager = manager()) {
            assertThat(manager.upgrade().executed()).isEmpty();
            RunResult down = manager.downgrade(Target.base());
            assertThat(down.executed())
                    .extracting(e -> e.migration().label())
                    .startsWith(LAST)
                    .hasSize(9);
            assertThat(manager.history()).isEmpty();
            assertThat(manager.upgrade().executed())
                    .extracting(ExecutedMigration::migration)
                    .hasSize(10);
        }
        assertThat(plain.pending()).isEmpty();
    }

    @Test
    void plainLiquibaseRollsBackWhatWeApplied() throws Exception {
        try (MigrationManager manager = manager()) {
            manager.upgrade(Target.parse(LAST));
            manager.downgrade(Target.parse("-1"));
            plain.rollback(2);
            assertThat(manager.current().orElseThrow().text()).isEqualTo("20260115160000");
            assertThat(manager.upgrade().executed()).hasSize(4);
        }
    }

    @Test
    void plainLiquibaseHasNothingToDoAfterAStamp() throws Exception {
        try (MigrationManager manager = manager()) {
            manager.stamp(Target.head());
        }
        assertThat(plain.pending()).isEmpty();
    }

    private MigrationManager manager() throws IOException {
        return Switchback.configure()
                .databaseUrl(open(root).url())
                .engine("liquibase")
                .baseDir(root)
                .dirs("migrations", dialect())
                .open();
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
