package dev.switchback.docs.pages;

import dev.switchback.cli.Main;
import dev.switchback.cli.terminal.Environment;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Runs the commands of a page in a folder of its own: {@code switchback} and {@code ./migrate.sh} in this process,
 * {@code cd} and {@code echo $?} by itself, everything else by {@code sh}.
 */
final class Shell {

    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|'([^']*)'|([^\\s'\"]+)");
    private static final Pattern ASSIGNMENT = Pattern.compile("([A-Z_]+)=(\\S*)\\s+(.*)");

    private static final Pattern FILE =
            Pattern.compile("(?:--|#|<!--) ((?:\\S+\\.(?:sql|properties|xml|yaml))|\\.env)(?: -->)?");

    private Path folder;
    private int exitCode;

    Shell(Path folder) {
        this.folder = folder;
    }

    int exitCode() {
        return exitCode;
    }

    /** Runs one command and returns what it prints. */
    String run(String command) throws IOException, InterruptedException {
        if (command.equals("echo $?")) {
            return exitCode + "\n";
        }
        if (command.startsWith("cd ")) {
            folder = folder.resolve(command.substring(3)).normalize();
            return "";
        }
        Map<String, String> variables = new LinkedHashMap<>();
        Matcher assignment = ASSIGNMENT.matcher(command);
        String rest = command;
        while (assignment.matches()) {
            variables.put(assignment.group(1), assignment.group(2));
            rest = assignment.group(3);
            assignment = ASSIGNMENT.matcher(rest);
        }
        if (rest.startsWith("switchback ") || rest.startsWith("./migrate.sh ")) {
            return switchback(words(rest), variables);
        }
        return sh(command);
    }

    private String switchback(List<String> words, Map<String, String> variables) {
        Screen screen = new Screen();
        exitCode = Main.run(
                new Environment(variables, folder, StandardCharsets.UTF_8, "17"),
                screen,
                words.subList(1, words.size()).toArray(String[]::new));
        return screen.text();
    }

    private String sh(String command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder("sh", "-c", command)
                .directory(folder.toFile())
                .redirectErrorStream(true);
        Process process = builder.start();
        process.getOutputStream().close();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        exitCode = process.waitFor();
        return printed;
    }

    Path folder() {
        return folder;
    }

    /** Goes into a folder, which is made if it is not there. */
    void enter(String name) throws IOException {
        folder = Files.createDirectories(folder.resolve(name));
    }

    /** Writes a file whose first line is a comment with its path; other text on a page is only to be read. */
    void write(List<String> lines) throws IOException {
        Matcher path = FILE.matcher(lines.get(0));
        if (path.matches()) {
            Path file = folder.resolve(path.group(1));
            Files.createDirectories(Objects.requireNonNull(file.getParent()));
            Files.writeString(file, String.join("\n", lines) + "\n");
        }
    }

    static List<String> words(String command) {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(command);
        while (word.find()) {
            for (int group = 1; group <= 3; group++) {
                if (word.group(group) != null) {
                    words.add(word.group(group));
                }
            }
        }
        return words;
    }
}
