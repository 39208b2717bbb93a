package dev.switchback.core.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchback.api.config.IntegrityPolicy;
import dev.switchback.api.error.InvalidMigrationSourceException;
import dev.switchback.api.model.Problem;
import dev.switchback.api.model.Problem.Kind;
import dev.switchback.core.sql.ScriptText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrationsSumTest {
    private static final String SUM = MigrationsSum.FILE_NAME;

    @TempDir
    Path dir;

    private Sources sources;

    @BeforeEach
    void recordTwoMigrations() throws IOException {
        sources = Sources.in(dir)
                .write("V1__a.sql", "select 1;\n")
                .write("U1__a.sql", "select 1;\n")
                .write("sub/V2__b c.sql", "select 2;\n")
                .write("sub/V2__b c.sql.conf", "executeInTransaction=false\n")
                .write("R__v.sql", "select 3;\n");
        assertThat(sources.open().record(List.of(SUM))).isTrue();
    }

    @Test
    void listsEveryFileBelowATotalThatStandardToolsCanCheck() throws IOException {
        List<String> lines = sources.read(SUM).lines().toList();
        assertThat(lines).hasSize(6);
        assertThat(lines.subList(1, 6))
                .isSorted()
                .contains("V1__a.sql sha256:" + Sha256.of(ScriptText.of("select 1;\n")))
                .anyMatch(line -> line.startsWith("sub/V2__b c.sql.conf sha256:"));
        String body = sources.read(SUM).substring(lines.get(0).length() + 1);
        assertThat(lines.get(0)).isEqualTo("total sha256:" + Sha256.of(ScriptText.of(body)));
        assertThat(sources.load().problems()).isEmpty();
        assertThat(sources.with(IntegrityPolicy.REQUIRE).load().problems()).isEmpty();
        assertThat(sources.names()).doesNotContain("." + SUM);
    }

    @Test
    void holdsThroughChangesOfLineEnds() throws IOException {
        sources.write("V1__a.sql", "\uFEFFselect 1;\r\n")
                .write(SUM, sources.read(SUM).replace("\n", "\r\n"));
        assertThat(sources.load().problems()).isEmpty();
    }

    @Test
    void noticesAnEditedFile() throws IOException {
        sources.write("U1__a.sql", "select  1;\n");
        Problem problem = sources.problem();
        assertThat(problem.kind()).isEqualTo(Kind.SUM_MISMATCH);
        assertThat(problem.script()).isEqualTo("U1__a.sql");
        assertThat(problem.message()).contains("migrations/U1__a.sql", "was edited");
        assertThat(problem.nextStep())
                .contains("git log -p -- migrations/U1__a.sql", "switchback repair --update-checksum U1__a.sql");
    }

    @Test
    void advisesCommandsThatCanBeCopiedWhateverAFileIsCalled() throws IOException {
        sources.write("sub/V2__b c.sql", "select 3;\n");
        assertThat(sources.problem().nextStep())
                .contains("git log -p -- 'migrations/sub/V2__b c.sql'")
                .endsWith("switchback repair --update-checksum 'sub/V2__b c.sql'");
    }

    @Test
    void noticesAnEditedConfiguration() throws IOException {
        sources.write("sub/V2__b c.sql.conf", "executeInTransaction=true\n");
        assertThat(sources.problem().script()).isEqualTo("sub/V2__b c.sql.conf");
    }

    @Test
    void noticesAFileThatIsNotListed() throws IOException {
        sources.write("V3__c.sql", "select 1;");
        assertThat(sources.problem().message()).contains("V3__c.sql is not listed in migrations.sum");
        assertThat(sources.with(IntegrityPolicy.OFF).load().problems()).isEmpty();
    }

    @Test
    void noticesAListedFileThatIsGone() throws IOException {
        Files.delete(sources.file("R__v.sql"));
        assertThat(sources.problem().message()).contains("R__v.sql is listed in migrations.sum but does not exist");
    }

    @Test
    void noticesEditedAndMissingAndDoubleLines() throws IOException {
        String sum = sources.read(SUM);
        String first = sum.lines().toList().get(1);
        sources.write(SUM, sum.replace(first + "\n", ""));
        assertThat(sources.load().problems()).extracting(Problem::script).containsExactly(SUM, "R__v.sql");
        sources.write(SUM, sum + "nonsense\n");
        assertThat(sources.problem().message()).contains(SUM, "nonsense");
        sources.write(SUM, sum + "R__v.sql draft\n");
        assertThat(sources.problem().message()).contains("two lines for R__v.sql");
        sources.write(SUM, sum.replaceFirst("total sha256:.", "total sha256:"));
        assertThat(sources.problem().message()).contains(SUM);
        sources.write(SUM, "");
        assertThat(sources.load().problems()).hasSize(6);
    }

    @Test
    void namesAMergeConflictAndIsMendedByRecording() throws IOException {
        sources.write("V3__c.sql", "select 3;").write("V4__d.sql", "select 4;");
        String[] totals = {"0", "1"};
        String conflict = "<<<<<<< HEAD\ntotal sha256:" + totals[0].repeat(64) + "\n=======\ntotal sha256:"
                + totals[1].repeat(64) + "\n>>>>>>> theirs\n";
        String body = sources.read(SUM).lines().skip(1).reduce("", (all, line) -> all + line + "\n");
        sources.open().record(List.of("V3__c.sql", "V4__d.sql"));
        String merged = sources.read(SUM).lines().skip(1).reduce("", (all, line) -> all + line + "\n");
        assertThat(merged).startsWith(body.substring(0, 10));
        sources.write(SUM, conflict + merged);
        assertThat(sources.problem().message())
                .isEqualTo("migrations/migrations.sum holds the marks of a merge conflict");
        assertThat(sources.problem().nextStep()).contains("repair --update-checksum migrations.sum");
        sources.open().record(List.of(SUM));
        assertThat(sources.load().problems()).isEmpty();
    }

    @Test
    void recordsOnlyWhatIsNamed() throws IOException {
        sources.write("V1__a.sql", "select 1, 2;").write("R__v.sql", "select 1, 2;");
        assertThat(sources.open().record(List.of("V1__a.sql"))).isTrue();
        assertThat(sources.problem().script()).isEqualTo("R__v.sql");
        assertThat(sources.open().record(List.of("V9__nothing.sql"))).isFalse();
        Files.delete(sources.file("R__v.sql"));
        assertThat(sources.open().record(List.of("R__v.sql"))).isTrue();
        assertThat(sources.load().problems()).isEmpty();
    }

    @Test
    void recordsNothingOfAFolderThatCannotBeRead() throws IOException {
        String before = sources.read(SUM);
        sources.write("V3__c.sql", new byte[] {(byte) 0xE4});
        assertThatThrownBy(() -> sources.open().record(List.of(SUM)))
                .isInstanceOf(InvalidMigrationSourceException.class)
                .hasMessageContaining("V3__c.sql:1:1 is not UTF-8");
        assertThat(sources.read(SUM)).isEqualTo(before);
    }

    @Test
    void isRequiredWhenAskedFor() throws IOException {
        Files.delete(sources.file(SUM));
        assertThat(sources.load().problems()).isEmpty();
        Sources strict = sources.with(IntegrityPolicy.REQUIRE);
        assertThat(strict.problem().message()).contains(SUM, "does not exist");
        assertThat(Sources.in(dir.resolve("empty"))
                        .with(IntegrityPolicy.REQUIRE)
                        .load()
                        .problems())
                .isEmpty();
    }

    @Test
    void draftsFitAnyContentUntilTheyArePinned() throws IOException {
        String sum = SumFile.render(new java.util.TreeMap<>(java.util.Map.of(
                "V1__a.sql", SumFile.DRAFT,
                "U1__a.sql", SumFile.DRAFT)));
        for (String path : List.of("sub/V2__b c.sql", "sub/V2__b c.sql.conf", "R__v.sql")) {
            Files.delete(sources.file(path));
        }
        sources.write(SUM, sum).write("V1__a.sql", "select 'other';");
        assertThat(sources.load().problems()).isEmpty();
        assertThat(sources.with(IntegrityPolicy.REQUIRE).load().problems())
                .hasSize(2)
                .allMatch(problem -> problem.message().contains("is still a draft"));
        assertThat(sources.open().pin(List.of("V1__a.sql"))).isEmpty();
        assertThat(sources.read(SUM)).contains("V1__a.sql sha256:", "U1__a.sql draft");
        sources.write("V1__a.sql", "select 'edited';").write("U1__a.sql", "select 'edited';");
        assertThat(sources.problem().script()).isEqualTo("V1__a.sql");
        assertThat(sources.open().pin(List.of("V1__a.sql"))).isEmpty();
        assertThat(sources.problem().script()).isEqualTo("V1__a.sql");
    }

    @Test
    void pinningNeverFailsARun() throws IOException {
        Files.delete(sources.file(SUM));
        assertThat(sources.open().pin(List.of("V1__a.sql"))).isEmpty();
        assertThat(sources.file(SUM)).doesNotExist();
        sources.write(SUM, new byte[] {(byte) 0xE4});
        assertThat(sources.open().pin(List.of("V1__a.sql")))
                .singleElement()
                .asString()
                .contains("migrations.sum", "is not UTF-8");
        String faulty = "total sha256:none\nV1__a.sql draft\n";
        sources.write(SUM, faulty);
        assertThat(sources.open().pin(List.of("V1__a.sql"))).isEmpty();
        assertThat(sources.read(SUM)).isEqualTo(faulty);
    }
}
