package dev.switchback.liquibase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.api.MigrationManager;
import dev.switchback.api.Switchback;
import dev.switchback.api.model.EngineCapability;
import dev.switchback.api.model.EngineInfo;
import dev.switchback.core.port.EngineProvider;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens before Liquibase is loaded, and what it says afterwards: nothing. */
final class QuietnessTest {

    @TempDir
    Path root;

    @Test
    void isFoundByServiceLoaderWithItsVersion() {
        List<EngineInfo> found = ServiceLoader.load(EngineProvider.class).stream()
                .map(p -> p.get().info())
                .toList();
        assertThat(found)
                .containsExactly(new EngineInfo(
                        "liquibase",
                        "Liquibase",
                        "4.33.0",
                        "DATABASECHANGELOG",
                        EnumSet.allOf(EngineCapability.class)));
    }

    @Test
    void readingComparingStampingAndForgettingLoadNoClassOfLiquibase() throws Exception {
        Project.sqlite(root)
                .file("V1__a.sql", "create table a (x int);\nselect 1;")
                .up("V1__a.sql");
        ChildJvm.Output output = ChildJvm.run(root, List.of("-verbose:class"), "read", root.toString());
        assertThat(output.err()).isEmpty();
        assertThat(output.exit()).isZero();
        assertThat(output.out()).contains("\n1 MATCHES\n").contains(" dev.switchback.liquibase.HistoryReader ");
        assertThat(output.out().lines()).noneMatch(line -> line.contains(" liquibase."));
    }

    @Test
    void readingChangelogsLoadsNoClassOfLiquibase() throws Exception {
        Path folder = Files.createDirectories(root.resolve("migrations"));
        Files.writeString(folder.resolve("V1__orders.xml"), NativeFiles.XML);
        try (MigrationManager manager = Switchback.configure()
                .baseDir(root)
                .engine("liquibase")
                .databaseUrl("sqlite:///app.db")
                .open()) {
            manager.upgrade();
        }
        Files.writeString(folder.resolve("V2__more.yaml"), NativeFiles.YAML.replace("id: 1", "id: 2"));
        ChildJvm.Output output = ChildJvm.run(root, List.of("-verbose:class"), "status", root.toString());
        assertThat(output.err()).isEmpty();
        assertThat(output.exit()).isZero();
        assertThat(output.out())
                .contains("[V1__orders.xml APPLIED, V2__more.yaml PENDING]")
                .contains(" dev.switchback.liquibase.YamlTree ");
        assertThat(output.out().lines()).noneMatch(line -> line.contains(" liquibase."));
    }

    @Test
    void runningFailingRevertingAndExportingPrintNothing() throws Exception {
        ChildJvm.Output output = ChildJvm.run(root, List.of(), "everything", root.toString());
        assertThat(output).isEqualTo(new ChildJvm.Output(0, "", ""));
    }

    @Test
    void loadsNothingThatCouldReachTheNetwork() throws Exception {
        ChildJvm.Output output = ChildJvm.run(root, List.of("-verbose:class"), "everything", root.toString());
        assertThat(output.exit()).isZero();
        assertThat(output.out().lines())
                .anyMatch(line -> line.contains(" liquibase.Scope "))
                .noneMatch(line -> line.contains(" java.net.Socket ") || line.contains("HttpURLConnection "));
    }
}
