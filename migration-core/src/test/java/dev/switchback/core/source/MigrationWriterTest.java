package dev.switchback.core.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchback.api.error.ConfigurationException;
import dev.switchback.api.error.InvalidMigrationSourceException;
import dev.switchback.api.error.InvalidRequestException;
import dev.switchback.api.error.SwitchbackException;
import dev.switchback.api.model.CreateRequest;
import dev.switchback.api.model.CreateResult;
import dev.switchback.api.model.CreateResult.NewFile;
import dev.switchback.api.model.MigrationKind;
import dev.switchback.api.model.MigrationVersion;
import dev.switchback.api.model.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrationWriterTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T07:15:00Z"), ZoneId.of("Asia/Kathmandu"));
    private static final String V = "V20261123071500__add_invoice_table.sql";
    private static final String U = "U20261123071500__add_invoice_table.sql";

    @TempDir
    Path dir;

    private Sources sources;

    @BeforeEach
    void makeFolder() throws IOException {
        sources = Sources.in(dir);
    }

    @Test
    void createsMigrationDownScriptAndManifest() throws IOException {
        CreateResult result = create(CreateRequest.of("Add invoice table!"));
        assertThat(result)
                .isEqualTo(new CreateResult(
                        new NewFile(sources.file(V), sources.read(V)),
                        Optional.of(new NewFile(sources.file(U), sources.read(U))),
                        sources.file(MigrationsSum.FILE_NAME)));
        assertThat(sources.names()).containsExactly(U, V, MigrationsSum.FILE_NAME);
        assertThat(sources.read(V))
                .isEqualTo("-- add invoice table\n-- Write the SQL below, and what takes it back into " + U + ".\n\n");
        assertThat(sources.read(U)).contains("takes back: add invoice table").doesNotContain("\r");
        assertThat(sources.read(MigrationsSum.FILE_NAME)).contains(U + " draft\n" + V + " draft\n");
    }

    @Test
    void aDryRunTellsWhatAnotherRunWouldWriteAndWritesNothing() throws IOException {
        CreateRequest request = CreateRequest.of("Add invoice table!");
        CreateResult told = create(
                new CreateRequest(request.description(), request.version(), request.kind(), request.withDown(), true));
        assertThat(sources.names()).isEmpty();
        assertThat(create(request)).isEqualTo(told);
    }

    @Test
    void theNewFilesCanBeWrittenAndRunWithoutFurtherCommands() throws IOException {
        create(CreateRequest.of("add invoice table"));
        assertThat(sources.load().problems())
                .hasSize(2)
                .allMatch(problem -> problem.kind() == Problem.Kind.BAD_CONTENT);
        sources.write(V, "create table invoice(id int);").write(U, "drop table invoice;");
        assertThat(sources.load().problems()).isEmpty();
    }

    @Test
    void aDraftMayBeDeletedAgain() throws IOException {
        create(CreateRequest.of("add invoice table"));
        Files.delete(sources.file(U));
        sources.write(V, "create table invoice(id int);");
        assertThat(sources.load().problems()).isEmpty();
        create(CreateRequest.of("next"));
        assertThat(sources.read(MigrationsSum.FILE_NAME)).contains(V).doesNotContain(U);
    }

    @Test
    void takesTheNextSecondWhileTheVersionIsTakenOrNotTheHighest() throws IOException {
        create(CreateRequest.of("one"));
        assertThat(create(CreateRequest.of("two")).up().path()).hasFileName("V20261123071501__two.sql");
        sources.write("sub/V20270131235959__later.sql", "select 1;");
        sources.open().record(List.of(MigrationsSum.FILE_NAME));
        Path up = create(CreateRequest.of("three")).up().path();
        assertThat(up).hasFileName("V20270201000000__three.sql");
        assertThat(up).content().contains("one second after version 20270131235959");
    }

    @Test
    void looksForVersionsInAllFolders() throws IOException {
        Files.createDirectories(dir.resolve("more"));
        Files.writeString(dir.resolve("more/V20261123071500__x.sql"), "select 1;");
        CreateResult result =
                sources.open("migrations", "more").writer(CLOCK).create(CreateRequest.of("add invoice table"));
        assertThat(result.up().path()).hasFileName("V20261123071501__add_invoice_table.sql");
    }

    @Test
    void asksForAVersionWhereNoTimestampIsHighEnough() throws IOException {
        sources.write("V99999999999999__x.sql", "select 1;");
        assertThatThrownBy(() -> create(CreateRequest.of("next")))
                .isInstanceOfSatisfying(
                        InvalidRequestException.class,
                        e -> assertThat(e.argument()).isEqualTo("version"))
                .hasMessageContaining("99999999999999");
        assertThat(create(versioned("next", "100000000000000", true)).up().path())
                .hasFileName("V100000000000000__next.sql");
    }

    @Test
    void takesAVersionThatIsGivenUnlessItIsTaken() throws IOException {
        assertThat(create(versioned("a", "1.2", false)).down()).isEmpty();
        assertThat(sources.read("V1.2__a.sql")).contains("no down script");
        assertThatThrownBy(() -> create(versioned("b", "1.2.0", false)))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("is taken by migrations/V1.2__a.sql");
        assertThat(sources.names()).containsExactly("V1.2__a.sql", MigrationsSum.FILE_NAME);
    }

    @Test
    void createsARepeatableMigrationOnce() throws IOException {
        CreateRequest request = new CreateRequest("Open loan", Optional.empty(), MigrationKind.REPEATABLE, true);
        assertThat(create(request)).extracting(CreateResult::down).isEqualTo(Optional.empty());
        assertThat(sources.names()).containsExactly("R__open_loan.sql", MigrationsSum.FILE_NAME);
        assertThatThrownBy(() -> create(request))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("R__open_loan.sql");
    }

    @Test
    void refusesWhatItCannotCreate() {
        MigrationVersion version = MigrationVersion.of("1");
        for (CreateRequest request : List.of(
                new CreateRequest("x", Optional.of(version), MigrationKind.REPEATABLE, false),
                new CreateRequest("x", Optional.of(version), MigrationKind.BASELINE, false))) {
            assertThatThrownBy(() -> create(request)).isInstanceOf(InvalidRequestException.class);
        }
    }

    @Test
    void listsFilesThatWereThereBeforeTheManifestWithTheirHashes() throws IOException {
        sources.write("V1__a.sql", "select 1;").write("R__v.sql", "select 1;");
        create(CreateRequest.of("x"));
        assertThat(sources.read(MigrationsSum.FILE_NAME)).contains("V1__a.sql sha256:", "R__v.sql sha256:");
    }

    @Test
    void refusesToHideThatTheManifestDoesNotAgree() throws IOException {
        create(CreateRequest.of("one"));
        sources.write("V1__other.sql", "select 1;");
        List<String> before = sources.names();
        assertThatThrownBy(() -> create(CreateRequest.of("two")))
                .isInstanceOf(InvalidMigrationSourceException.class)
                .hasMessageContaining("V1__other.sql is not listed");
        assertThat(sources.names()).isEqualTo(before);
    }

    @Test
    void removesTheMigrationIfTheDownScriptCannotBeWritten() throws IOException {
        // not among the migrations, because it leads nowhere; but it is in the way
        Files.createSymbolicLink(sources.file(U), Path.of("nowhere.sql"));
        assertThatThrownBy(() -> create(CreateRequest.of("add invoice table")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(U)
                .hasMessageContaining("exists already");
        assertThat(sources.names()).containsExactly(U);
        assertThat(dir.resolve("migrations/nowhere.sql")).doesNotExist();
    }

    @Test
    void removesAllFilesIfTheManifestCannotBeWritten() throws IOException {
        Files.createDirectories(sources.file(MigrationsSum.FILE_NAME).resolve("x"));
        assertThatThrownBy(() -> create(CreateRequest.of("x"))).isInstanceOf(SwitchbackException.class);
        assertThat(sources.names()).containsExactly(MigrationsSum.FILE_NAME);
    }

    @Test
    void refusesAMissingFolderAndTheClassPath() {
        CreateRequest request = CreateRequest.of("x");
        assertThatThrownBy(() -> sources.open("none").writer(CLOCK).create(request))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("does not exist");
        assertThatThrownBy(() -> sources.open("classpath:db/migration").writer(CLOCK))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("not a folder");
    }

    private CreateResult create(CreateRequest request) {
        return sources.open().writer(CLOCK).create(request);
    }

    private static CreateRequest versioned(String description, String version, boolean withDown) {
        return new CreateRequest(
                description, Optional.of(MigrationVersion.of(version)), MigrationKind.VERSIONED, withDown);
    }
}
