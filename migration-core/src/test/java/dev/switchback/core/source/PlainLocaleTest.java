package dev.switchback.core.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the locale knows ASCII only, as in most containers, Java cannot open what it has listed. */
final class PlainLocaleTest {

    @TempDir
    private Path folder;

    /** The process that has the locale. */
    public static final class Reader {
        private Reader() {}

        /**
         * Reads all files of a folder.
         *
         * @param args the folder
         */
        public static void main(String[] args) throws IOException {
            System.out.println(System.getProperty("sun.jnu.encoding"));
            try (FolderTree tree = new FolderTree("migrations", Path.of(args[0]), true)) {
                for (TreeEntry entry : tree.list(IgnoreRules.NONE)) {
                    tree.read(entry.path());
                }
                System.out.println("read");
            } catch (IOException e) {
                System.out.println(e.getMessage());
            }
        }
    }

    @Test
    void isToldByTheFileThatItCannotName() throws Exception {
        // by the shell: this JVM may have that locale itself
        Process shell = new ProcessBuilder("sh", "-c", "echo 'SELECT 1;' >\"$(printf 'V1__gr\\303\\266e.sql')\"")
                .directory(folder.toFile())
                .start();
        assertThat(shell.waitFor()).isZero();
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Reader.class.getName(),
                folder.toString());
        builder.environment().put("LC_ALL", "C");
        Process process = builder.redirectErrorStream(true).start();
        List<String> lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();

        // on macOS names are UTF-8 whatever the locale
        String expected = lines.get(0).equals("UTF-8") ? "read" : "start it with LC_ALL=C.UTF-8";
        assertThat(lines.get(1)).contains(expected);
    }
}
