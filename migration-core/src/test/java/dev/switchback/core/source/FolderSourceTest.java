package dev.switchback.core.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchback.api.error.ConfigurationException;
import dev.switchback.api.model.Migration;
import dev.switchback.api.model.MigrationKind;
import dev.switchback.core.domain.MigrationScript;
import dev.switchback.core.domain.Offer;
import dev.switchback.core.domain.SqlScript.Transaction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderSourceTest {
    @TempDir
    Path dir;

    private Sources sources;

    @BeforeEach
    void makeFolder() throws IOException {
        sources = Sources.in(dir);
    }

    @Test
    void offersEverythingInOrder() throws IOException {
        for (String name : List.of(
                "V10__ten.sql", "V9__nine.sql", "V1_5__x.sql", "R__b.sql", "R__A.sql", "R__a_z.sql", "B2__b.sql")) {
            sources.write(name, "select 1;");
        }
        sources.write("sub/deep/V2__two.sql", "select 1;");
        Offer offer = sources.load();
        assertThat(offer.problems()).isEmpty();
        assertThat(sources.scripts())
                .containsExactly(
                        "V1_5__x.sql",
                        "sub/deep/V2__two.sql",
                        "V9__nine.sql",
                        "V10__ten.sql",
                        "B2__b.sql",
                        "R__A.sql",
                        "R__a_z.sql",
                        "R__b.sql");
        assertThat(offer.migrations()).extracting(MigrationScript::kind).contains(MigrationKind.BASELINE);
    }

    @Test
    void offersNothingFromAnEmptyFolder() {
        assertThat(sources.load()).isEqualTo(new Offer(List.of(), List.of(), List.of()));
    }

    @Test
    void namesAMissingFolderAndTheWayOut() {
        assertThatThrownBy(() -> sources.load("nowhere")).isInstanceOfSatisfying(ConfigurationException.class, e -> {
            assertThat(e).hasMessageContaining(dir.resolve("nowhere").toString());
            assertThat(e.nextStep()).contains("switchback init");
        });
    }

    @Test
    void refusesAFileInPlaceOfTheFolder() throws IOException {
        sources.write("V1__x.sql", "select 1");
        assertThatThrownBy(() -> sources.load("migrations/V1__x.sql"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("is not a folder");
    }

    @Test
    void refusesALocationThatIsNamedTwice() {
        for (String again : List.of("migrations", "./migrations/", "more/../migrations")) {
            assertThatThrownBy(() -> sources.open("migrations", again))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("named twice");
        }
        assertThatThrownBy(() -> sources.open("classpath:a/b", "classpath:/a/b/"))
                .isInstanceOf(ConfigurationException.class);
    }

    @Test
    void showsNoPlaceholderValueInTexts() throws IOException {
        sources.write("V1__a.sql", "select '${name}';");
        assertThat(sources.withPlaceholders(Map.of("name", "s3cret")).load().toString())
                .contains("V1__a.sql")
                .doesNotContain("s3cret");
    }

    @Test
    void givesAMigrationItsDownScriptByVersion() throws IOException {
        sources.write("V1.0__add.sql", "create table t(x int);").write("U1__remove.sql", "drop table t;");
        Offer offer = sources.load();
        assertThat(offer.problems()).isEmpty();
        assertThat(offer.warnings()).singleElement().asString().contains("U1__remove.sql", "descriptions differ");
        MigrationScript script = offer.migrations().get(0);
        assertThat(script.migration().downScript()).contains("U1__remove.sql");
        assertThat(script.down().orElseThrow().sql().string()).isEqualTo("drop table t;");
    }

    @Test
    void readsWindowsFilesLikeOthers() throws IOException {
        sources.write("V1__x.sql", "-- a\nselect 'é';\n");
        Migration plain = sources.load().migrations().get(0).migration();
        sources.write("V1__x.sql", "\uFEFF-- a\r\nselect 'é';\r\n");
        MigrationScript windows = sources.load().migrations().get(0);
        assertThat(windows.migration()).isEqualTo(plain);
        assertThat(windows.up().text().string()).isEqualTo("-- a\nselect 'é';\n");
        assertThat(windows.up().sql()).isSameAs(windows.up().text());
    }

    @Test
    void readsTransactionFromDirectiveAndConfiguration() throws IOException {
        sources.write("V1__a.sql", "-- switchback: transaction=off\nvacuum;")
                .write("V2__b.sql", "vacuum;")
                .write("V2__b.sql.conf", "executeInTransaction=false\n")
                .write("V3__c.sql", "select 1;")
                .write("V4__d.sql", "-- switchback: irreversible rows are merged\nselect 1;");
        Offer offer = sources.load();
        assertThat(offer.problems()).isEmpty();
        assertThat(offer.migrations())
                .extracting(script -> script.up().transaction())
                .containsExactly(Transaction.OFF, Transaction.OFF, Transaction.AUTO, Transaction.AUTO);
        assertThat(offer.migrations().get(3).irreversible()).contains("rows are merged");
    }

    @Test
    void replacesPlaceholdersOnlyWhereEnabled() throws IOException {
        sources.write("V1__a.sql", "select '${name}';")
                .write("V2__b.sql", "select '${name}';")
                .write("V2__b.sql.conf", "placeholderReplacement=false");
        assertThat(sources.load().migrations())
                .extracting(s -> s.up().sql().string())
                .containsOnly("select '${name}';");
        Offer replaced = sources.withPlaceholders(Map.of("name", "Ada")).load();
        assertThat(replaced.problems()).isEmpty();
        assertThat(replaced.migrations())
                .extracting(s -> s.up().sql().string())
                .containsExactly("select 'Ada';", "select '${name}';");
        assertThat(replaced.migrations().get(0).up().text().string()).isEqualTo("select '${name}';");
    }

    @Test
    void namesFileAndLineOfAnUnknownPlaceholder() throws IOException {
        sources.write("V1__a.sql", "select 1;\nselect ${nmae};");
        assertThat(sources.withPlaceholders(Map.of("name", "secret")).problem().message())
                .contains("migrations/V1__a.sql:2", "nmae")
                .doesNotContain("secret");
    }

    @Test
    void mergesSeveralFolders() throws IOException {
        sources.write("V2__b.sql", "select 1;");
        Files.createDirectories(dir.resolve("more"));
        Files.writeString(dir.resolve("more/V1__a.sql"), "select 1;");
        Files.writeString(dir.resolve("more/V2__other.sql"), "select 1;");
        Files.writeString(dir.resolve("more/U1__a.sql"), "select 1;");
        Offer offer = sources.load("migrations", "more");
        assertThat(offer.migrations()).extracting(MigrationScript::script).containsExactly("V1__a.sql", "V2__b.sql");
        assertThat(offer.problems())
                .singleElement()
                .satisfies(problem ->
                        assertThat(problem.message()).contains("more/V2__other.sql", "migrations/V2__b.sql"));
    }

    @Test
    void readsAMountedConfigMap() throws IOException {
        sources.write("..2026_11_23/V1__a.sql", "select 1;");
        Files.createSymbolicLink(sources.file("..data"), Path.of("..2026_11_23"));
        Files.createSymbolicLink(sources.file("V1__a.sql"), Path.of("..data/V1__a.sql"));
        assertThat(sources.load().problems()).isEmpty();
        assertThat(sources.scripts()).containsExactly("V1__a.sql");
    }

    @Test
    void followsALinkToTheFolderItself() throws IOException {
        sources.write("V1__a.sql", "select 1;");
        Files.createSymbolicLink(dir.resolve("link"), Path.of("migrations"));
        assertThat(sources.load("link").migrations()).hasSize(1);
    }
}
