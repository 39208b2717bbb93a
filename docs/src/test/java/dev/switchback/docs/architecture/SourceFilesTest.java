package dev.switchback.docs.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.docs.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What class files do not tell: how long a file is, what a test is called, what was left in it. */
final class SourceFilesTest {

    private static final int LINES_AT_MOST = 500;
    private static final int MEDIAN_AT_MOST = 80;
    private static final Pattern HAS_TESTS =
            Pattern.compile("^ *@(Test|ParameterizedTest|TestFactory|RepeatedTest)\\b", Pattern.MULTILINE);
    private static final Pattern SWITCHED_OFF =
            Pattern.compile("^ *@Disabled|^ *assume(True|False|That)\\(", Pattern.MULTILINE);
    private static final Pattern ON_THE_COMMON_POOL = Pattern.compile("CompletableFuture\\s*\\.(run|supply)Async\\(");
    private static final Pattern LEFT_OVER = Pattern.compile("//.*\\b(TODO|FIXME|XXX)\\b");

    @Test
    void noJavaFileIsLongerThanAReaderCanHold() throws IOException {
        List<Path> files = Repository.javaFiles();
        assertThat(files).containsAll(Repository.javaFiles("main")).containsAll(Repository.javaFiles("test"));
        assertThat(tooLong(files)).isEmpty();
    }

    @Test
    void aFileWithALineTooManyIsFound(@TempDir Path folder) throws IOException {
        Path justRight = Files.writeString(folder.resolve("JustRight.java"), "//\n".repeat(LINES_AT_MOST));
        Path tooLong = Files.writeString(folder.resolve("TooLong.java"), "//\n".repeat(LINES_AT_MOST + 1));

        assertThat(tooLong(List.of(justRight, tooLong))).containsExactly(tooLong);
    }

    @Test
    void mostMainFilesAreShort() throws IOException {
        List<Path> files = Repository.javaFiles("main");
        assertThat(files).hasSizeGreaterThan(50);
        long[] sizes = new long[files.size()];
        for (int i = 0; i < sizes.length; i++) {
            sizes[i] = lines(files.get(i));
        }
        Arrays.sort(sizes);
        assertThat(sizes[sizes.length / 2]).as("median lines of a main file").isLessThanOrEqualTo(MEDIAN_AT_MOST);
    }

    @Test
    void classesWithTestsSayThatTheyAreTests() throws IOException {
        for (Path file : Repository.javaFiles("test")) {
            if (HAS_TESTS.matcher(Files.readString(file)).find()) {
                assertThat(file.getFileName().toString()).matches(".*(Test|Contract|Benchmark)\\.java");
            }
        }
    }

    @Test
    void noTestIsSwitchedOff() throws IOException {
        for (Path file : Repository.javaFiles("test")) {
            assertThat(Files.readString(file)).as(file.toString()).doesNotContainPattern(SWITCHED_OFF);
        }
    }

    @Test
    void nothingIsLeftForLater() throws IOException {
        for (Path file : Repository.javaFiles("main")) {
            assertThat(Files.readString(file)).as(file.toString()).doesNotContainPattern(LEFT_OVER);
        }
    }

    /** It has one thread where there are two processors, and what waits in it waits for ever for what stands behind it. */
    @Test
    void nothingRunsOnTheCommonPool() throws IOException {
        List<Path> files = new ArrayList<>(Repository.javaFiles());
        // hands its own threads over
        assertThat(files.removeIf(file -> file.endsWith("OwnThread.java"))).isTrue();
        assertThat(onTheCommonPool(files)).isEmpty();
    }

    @Test
    void workOnTheCommonPoolIsFound(@TempDir Path folder) throws IOException {
        Path own = Files.writeString(folder.resolve("Own.java"), "OwnThread.run(() -> work());");
        Path shared =
                Files.writeString(folder.resolve("Shared.java"), "CompletableFuture." + "runAsync(() -> work());");

        assertThat(onTheCommonPool(List.of(own, shared))).containsExactly(shared);
    }

    private static List<Path> onTheCommonPool(List<Path> files) throws IOException {
        List<Path> found = new ArrayList<>();
        for (Path file : files) {
            if (ON_THE_COMMON_POOL.matcher(Files.readString(file)).find()) {
                found.add(file);
            }
        }
        return found;
    }

    private static List<Path> tooLong(List<Path> files) throws IOException {
        List<Path> found = new ArrayList<>();
        for (Path file : files) {
            if (lines(file) > LINES_AT_MOST) {
                found.add(file);
            }
        }
        return found;
    }

    private static long lines(Path file) throws IOException {
        return Files.readString(file).lines().count();
    }
}
