package dev.switchback.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.switchback.api.error.SwitchbackException;
import dev.switchback.api.model.Migration;
import dev.switchback.api.model.Problem;
import dev.switchback.core.domain.MigrationScript;
import dev.switchback.core.domain.Offer;
import dev.switchback.core.domain.SqlScript;
import dev.switchback.core.port.MigrationSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every source of portable files does, wherever the files are. */
public abstract class MigrationSourceContract {

    @TempDir
    private Path temporary;

    private MigrationFolder folder = new MigrationFolder(Path.of("."));

    /** For the classes that name a source. */
    protected MigrationSourceContract() {}

    /**
     * The source to be tested.
     *
     * @param files a folder with the files, which may change later
     * @return a source that reads it
     */
    protected abstract MigrationSource source(Path files);

    @BeforeEach
    final void createFolder() {
        folder = new MigrationFolder(temporary.resolve("db").resolve("migrations"));
    }

    private Offer load() {
        return source(folder.path()).load();
    }

    private Offer load(Scenario scenario) {
        folder.write(scenario.before());
        Offer offer = load();
        assertThat(offer.problems()).as(scenario.name()).isEmpty();
        return offer;
    }

    private static List<String> labels(Offer offer) {
        return offer.migrations().stream().map(m -> m.migration().label()).toList();
    }

    private static List<String> problems(Offer offer) {
        return offer.problems().stream().map(p -> p.kind() + " " + p.script()).toList();
    }

    @Test
    void emptyLocationOffersNothing() {
        folder.put("README.md", "about\n").put(".switchbackignore", "README.md\n");
        assertThat(load().migrations()).isEmpty();
        assertThat(load().problems()).isEmpty();
    }

    @Test
    void missingLocationIsAnErrorThatNamesIt() {
        assertThatExceptionOfType(SwitchbackException.class)
                .isThrownBy(() ->
                        source(temporary.resolve("db").resolve("not-there")).load())
                .withMessageContaining("not-there");
    }

    @Test
    void offersInVersionOrder() {
        assertThat(labels(load(Scenario.gaps()))).containsExactly("1", "3", "4", "7");
    }

    @Test
    void ordersDottedVersionsByNumber() {
        assertThat(labels(load(Scenario.dotted()))).containsExactly("1", "1.1", "1.10", "2");
    }

    @Test
    void ordersTenAfterNine() {
        assertThat(labels(load(Scenario.linear(10)))).endsWith("8", "9", "10");
    }

    @Test
    void offersVersionedThenBaselinesThenRepeatables() {
        folder.write(Scenario.baseline().before())
                .put("R__b.sql", "SELECT 1;\n")
                .put("R__a.sql", "SELECT 1;\n");
        Offer offer = load();
        assertThat(problems(offer)).isEmpty();
        assertThat(offer.migrations())
                .extracting(MigrationScript::script)
                .containsExactly(
                        "V1__create_t1.sql",
                        "V2__create_t2.sql",
                        "V3__create_t3.sql",
                        "V4__create_t4.sql",
                        "B2__first_two.sql",
                        "B3__first_three.sql",
                        "R__a.sql",
                        "R__b.sql");
    }

    @Test
    void offersWhatTheBuilderOfTheContractsMakes() {
        for (Scenario scenario : List.of(Scenario.linear(), Scenario.repeatable(), Scenario.nonAscii())) {
            assertThat(load(scenario).migrations())
                    .as(scenario.name())
                    .isEqualTo(scenario.before().stream().map(Scripts::build).toList());
        }
    }

    @Test
    void joinsTheDownScriptToItsMigration() {
        MigrationScript first = load(Scenario.linear()).migrations().get(0);
        assertThat(first.down().orElseThrow().sql().string()).isEqualTo("DROP TABLE t1;\n");
        assertThat(first.migration().downScript()).contains("U1__create_t1.sql");
    }

    @Test
    void lineEndingsAndByteOrderMarkChangeNothing() {
        Offer plain = load(Scenario.nonAscii());
        folder.writeCrlf(Scenario.nonAscii().before());
        Offer windows = load();
        assertThat(problems(windows)).isEmpty();
        assertThat(windows.migrations()).isEqualTo(plain.migrations());
    }

    @Test
    void checksumIsStableAcrossReads() {
        assertThat(load(Scenario.linear()).migrations()).isEqualTo(load().migrations());
    }

    @Test
    void checksumChangesWithContentAndOnlyThen() {
        List<String> before = sums(load(Scenario.linear()));
        folder.write(Scenario.changedAfterApply().after());
        List<String> after = sums(load());
        assertThat(after).hasSize(3);
        assertThat(after.get(0)).isEqualTo(before.get(0));
        assertThat(after.get(1)).isNotEqualTo(before.get(1));
        assertThat(after.get(2)).isEqualTo(before.get(2));
    }

    private static List<String> sums(Offer offer) {
        return offer.migrations().stream()
                .map(MigrationScript::migration)
                .map(Migration::sha256)
                .toList();
    }

    @Test
    void readsTheDirectiveAboutTransactions() {
        folder.write(List.of(Scenario.linear().before().get(0).withoutTransaction()));
        MigrationScript script = load().migrations().get(0);
        assertThat(script.up().transaction()).isEqualTo(SqlScript.Transaction.OFF);
    }

    @Test
    void duplicateVersionNamesBothFiles() {
        folder.write(Scenario.linear().before()).put("V2.0__again.sql", "SELECT 1;\n");
        assertThat(load().problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.kind()).isEqualTo(Problem.Kind.DUPLICATE))
                .satisfies(problem -> assertThat(problem.message())
                        .contains("V2__create_t2.sql")
                        .contains("V2.0__again.sql"));
    }

    @Test
    void eachBadFileIsAProblemThatNamesItAndAllAreFound() throws IOException {
        folder.write(Scenario.linear().before())
                .put("V4_one_underscore.sql", "SELECT 1;\n")
                .put("U9__nothing_to_revert.sql", "SELECT 1;\n")
                .put("V5__empty.sql", "")
                .put("V6__only_comments.sql", "-- nothing\n/* at all */\n")
                .put("V7__not_utf8.sql", "SELECT 'é';\n".getBytes(StandardCharsets.ISO_8859_1))
                .put("notes.txt", "remember\n");
        Files.createDirectory(folder.path().resolve("V8__folder.sql"));
        assertThat(problems(load()))
                .containsExactlyInAnyOrder(
                        "BAD_NAME V4_one_underscore.sql",
                        "ORPHAN U9__nothing_to_revert.sql",
                        "BAD_CONTENT V5__empty.sql",
                        "BAD_CONTENT V6__only_comments.sql",
                        "BAD_CONTENT V7__not_utf8.sql",
                        "UNEXPECTED_FILE V8__folder.sql",
                        "UNEXPECTED_FILE notes.txt");
    }

    @Test
    void everyProblemSaysWhatToDo() {
        folder.put("V1__empty.sql", "").put("Vx__bad.sql", "SELECT 1;\n");
        assertThat(load().problems()).hasSize(2).allSatisfy(problem -> {
            assertThat(problem.message()).contains(problem.script());
            assertThat(problem.nextStep()).isNotBlank();
        });
    }

    @Test
    void readingWritesNothing() throws IOException {
        folder.write(Scenario.linear().before());
        List<String> before = listing();
        load();
        assertThat(listing()).isEqualTo(before);
    }

    private List<String> listing() throws IOException {
        try (var files = Files.walk(temporary)) {
            return files.map(Path::toString).sorted().toList();
        }
    }
}
