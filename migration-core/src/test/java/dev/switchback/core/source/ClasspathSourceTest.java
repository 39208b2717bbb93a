package dev.switchback.core.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchback.api.config.IntegrityPolicy;
import dev.switchback.api.error.ConfigurationException;
import dev.switchback.api.model.Migration;
import dev.switchback.api.model.Problem;
import dev.switchback.core.domain.MigrationScript;
import dev.switchback.core.domain.Offer;
import dev.switchback.core.sql.PlaceholderText;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClasspathSourceTest {
    private static final Map<String, String> FILES = Map.of(
            "db/migration/V2__b.sql", "select 2;",
            "db/migration/V1__a.sql", "select 1;",
            "db/migration/sub dir/V3__c.sql", "select 3;",
            "db/migration/U1__a.sql", "select 1;",
            "db/migrations-not/V9__x.sql", "select 9;",
            "other.txt", "x");

    @TempDir
    Path dir;

    @Test
    void readsTheSameFromAJarAsFromAFolder() throws IOException {
        Path jar = jar("my app (1).jar", FILES, true);
        Path folder = folder("my classes", FILES);
        Offer fromJar = load("classpath:db/migration", jar);
        assertThat(fromJar.problems()).isEmpty();
        assertThat(migrations(fromJar))
                .extracting(Migration::script)
                .containsExactly("V1__a.sql", "V2__b.sql", "sub dir/V3__c.sql");
        assertThat(fromJar.migrations().get(0).down()).isPresent();
        assertThat(migrations(load("classpath:/db/migration/", folder))).isEqualTo(migrations(fromJar));
    }

    @Test
    void readsJarsWithoutEntriesForFolders() throws IOException {
        assertThat(migrations(load("classpath:db/migration", jar("shaded.jar", FILES, false))))
                .hasSize(3);
    }

    @Test
    void mergesJarsAndFoldersButNoFileMayBeTwice() throws IOException {
        Path one = jar("one.jar", Map.of("db/migration/V1__a.sql", "select 1;"), true);
        Path two = jar("two.jar", Map.of("db/migration/V1__a.sql", "select 1;"), true);
        Path three = folder("classes", Map.of("db/migration/V2__b.sql", "select 2;"));
        Offer offer = load("classpath:db/migration", one, two, three);
        assertThat(migrations(offer)).extracting(Migration::script).containsExactly("V1__a.sql", "V2__b.sql");
        assertThat(offer.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.kind()).isEqualTo(Problem.Kind.DUPLICATE);
            assertThat(problem.message())
                    .contains("one.jar!/db/migration/V1__a.sql", "two.jar!/db/migration/V1__a.sql");
            assertThat(problem.nextStep()).contains("one of the two places");
        });
    }

    @Test
    void checksTheManifestInAJar() throws IOException {
        Map<String, String> files = new TreeMap<>(Map.of("db/migration/V1__a.sql", "select 1;"));
        files.put("db/migration/migrations.sum", SumFile.render(new TreeMap<>(Map.of("V1__a.sql", "0".repeat(64)))));
        assertThat(load("classpath:db/migration", jar("app.jar", files, false)).problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.kind()).isEqualTo(Problem.Kind.SUM_MISMATCH));
    }

    @Test
    void advisesToRecordWhereTheSourceIsWhatABuildHasCopied() throws IOException {
        Map<String, String> files = Map.of(
                "db/migration/V1__a.sql",
                "select 1;",
                "db/migration/migrations.sum",
                SumFile.render(new TreeMap<>(Map.of("V1__a.sql", "0".repeat(64)))));
        for (Path classPath : List.of(jar("app.jar", files, true), folder("classes", files))) {
            assertThat(load("classpath:db/migration", classPath).problems())
                    .extracting(Problem::nextStep)
                    .containsExactly("where its source is, restore it, or accept the edit: switchback repair"
                            + " --update-checksum V1__a.sql; then build again");
        }
    }

    @Test
    void refusesNamesThatLeadOutOfTheJar() throws IOException {
        Map<String, String> files = Map.of(
                "db/migration/../../V1__evil.sql", "x",
                "db/migration/sub\\V2__evil.sql", "x",
                "db/migration//V3__evil.sql", "x",
                "db/migration/V4__x.sql/readme", "x",
                "db/migration/.git/config", "x",
                "db/migration/V5__good.sql", "select 1;");
        Offer offer = load("classpath:db/migration", jar("evil.jar", files, true));
        assertThat(migrations(offer)).extracting(Migration::script).containsExactly("V5__good.sql");
        assertThat(offer.problems()).hasSize(5);
        assertThat(offer.problems())
                .filteredOn(problem -> problem.message().contains("would lead out of the jar"))
                .hasSize(3);
    }

    @Test
    void refusesAnEntryThatUnpacksToTooMuch() throws IOException {
        Path jar = dir.resolve("bomb.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            out.putNextEntry(new JarEntry("db/migration/"));
            out.putNextEntry(new JarEntry("db/migration/V1__bomb.sql"));
            byte[] spaces = " ".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
            for (int written = 0; written <= FileTree.MAX_BYTES; written += spaces.length) {
                out.write(spaces);
            }
        }
        Offer offer = load("classpath:db/migration", jar);
        assertThat(offer.migrations()).isEmpty();
        assertThat(offer.problems())
                .singleElement()
                .satisfies(
                        problem -> assertThat(problem.message()).contains("V1__bomb.sql cannot be read", "more than"));
    }

    @Test
    void namesAFolderThatIsNowhere() throws IOException {
        Path jar = jar("app.jar", FILES, true);
        assertThatThrownBy(() -> load("classpath:db/other", jar))
                .isInstanceOfSatisfying(
                        ConfigurationException.class,
                        e -> assertThat(e.nextStep()).contains("db/other"))
                .hasMessageContaining("the class path has no folder db/other");
        for (String location : List.of("classpath:", "classpath:/", "classpath:../x", "classpath:a/../../b")) {
            assertThatThrownBy(() -> load(location, jar)).isInstanceOf(ConfigurationException.class);
        }
    }

    @Test
    void leavesTheJarClosed() throws IOException {
        Path jar = jar("app.jar", FILES, true);
        load("classpath:db/migration", jar);
        try (var descriptors = Files.list(Path.of("/proc/self/fd"))) {
            List<String> open = new ArrayList<>();
            descriptors.forEach(descriptor -> open.add(target(descriptor)));
            assertThat(open).doesNotContain(jar.toString());
        }
    }

    private static String target(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString();
        } catch (IOException e) {
            return "closed meanwhile";
        }
    }

    private static List<Migration> migrations(Offer offer) {
        return offer.migrations().stream().map(MigrationScript::migration).toList();
    }

    private Offer load(String location, Path... classPath) throws IOException {
        List<URL> urls = new ArrayList<>();
        for (Path path : classPath) {
            urls.add(path.toUri().toURL());
        }
        SourceOptions options =
                new SourceOptions(IntegrityPolicy.REQUIRE_IF_PRESENT, false, PlaceholderText.of(Map.of()));
        try (URLClassLoader loader = new URLClassLoader(urls.toArray(URL[]::new), null)) {
            return MigrationSources.of(List.of(location), dir, loader, options)
                    .source()
                    .load();
        }
    }

    private Path folder(String name, Map<String, String> files) throws IOException {
        Path root = dir.resolve(name);
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = root.resolve(file.getKey());
            Files.createDirectories(path.resolve("..").normalize());
            Files.writeString(path, file.getValue());
        }
        return root;
    }

    private Path jar(String name, Map<String, String> files, boolean withFolders) throws IOException {
        Path jar = dir.resolve(name);
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().putValue("Manifest-Version", "1.0");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
            if (withFolders) {
                out.putNextEntry(new JarEntry("db/"));
                out.putNextEntry(new JarEntry("db/migration/"));
            }
            for (Map.Entry<String, String> file : files.entrySet()) {
                out.putNextEntry(new JarEntry(file.getKey()));
                out.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return jar;
    }
}
