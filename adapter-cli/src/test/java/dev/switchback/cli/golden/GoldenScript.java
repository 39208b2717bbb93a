package dev.switchback.cli.golden;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * One readable file: a story of files, commands and what they print. By the beginning of a line:
 *
 * <ul>
 *   <li>{@code # }: a comment; {@code engines:} and {@code databases:} in the head say what to run it with, if not with
 *       all engines on SQLite
 *   <li>{@code == path}: write this file; the lines up to the next step are its content. In brackets behind the path:
 *       {@code [crlf]}, {@code [bom]}, {@code [latin1]}, {@code [folder]}, {@code [gone]}, {@code [link]} to its content
 *   <li>{@code @ NAME=value}: an environment variable for the next command; {@code < line}: what a person types at it
 *   <li>{@code $ arguments}: run a command; then {@code > } standard output, {@code ! } error stream, {@code = } exit
 *       code
 * </ul>
 *
 * @param head comments and settings
 * @param steps what happens
 */
record GoldenScript(List<String> head, List<Step> steps) {

    /** Something that happens. */
    sealed interface Step permits FileStep, CommandStep {}

    /** A file appears, changes or goes. */
    record FileStep(String path, String kind, List<String> content) implements Step {}

    /** A command runs. */
    record CommandStep(
            List<String> variables, List<String> typed, String arguments, List<String> output, boolean interactive)
            implements Step {}

    static GoldenScript read(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        List<String> head = new ArrayList<>();
        List<Step> steps = new ArrayList<>();
        int i = 0;
        while (i < lines.size() && !begins(lines.get(i))) {
            head.add(lines.get(i++));
        }
        while (i < lines.size()) {
            int start = i++;
            if (lines.get(start).startsWith("== ")) {
                while (i < lines.size() && !begins(lines.get(i))) {
                    i++;
                }
                steps.add(fileStep(lines.subList(start, i)));
            } else {
                boolean command = isCommand(lines.get(start));
                while (i < lines.size() && (!command || !begins(lines.get(i)))) {
                    command |= isCommand(lines.get(i));
                    i++;
                }
                steps.add(commandStep(lines.subList(start, i)));
            }
        }
        return new GoldenScript(head, steps);
    }

    private static boolean begins(String line) {
        return line.startsWith("== ")
                || isCommand(line)
                || line.startsWith("@ ")
                || line.startsWith("< ")
                || line.equals("<");
    }

    private static boolean isCommand(String line) {
        return line.equals("$") || line.startsWith("$ ");
    }

    private static FileStep fileStep(List<String> lines) {
        String[] words = lines.get(0).substring(3).split(" \\[|\\]", -1);
        List<String> content = new ArrayList<>(lines.subList(1, lines.size()));
        if (!content.isEmpty() && content.get(content.size() - 1).isEmpty()) {
            content.remove(content.size() - 1);
        }
        return new FileStep(words[0], words.length > 1 ? words[1] : "", List.copyOf(content));
    }

    private static CommandStep commandStep(List<String> lines) {
        return new CommandStep(
                lines.stream()
                        .filter(l -> l.startsWith("@ "))
                        .map(l -> l.substring(2))
                        .toList(),
                lines.stream()
                        .filter(l -> l.startsWith("< "))
                        .map(l -> l.substring(2))
                        .toList(),
                lines.stream()
                        .filter(GoldenScript::isCommand)
                        .map(l -> l.substring(1).strip())
                        .findFirst()
                        .orElseThrow(),
                lines.stream()
                        .filter(l -> l.startsWith(">") || l.startsWith("!") || l.startsWith("="))
                        .toList(),
                lines.stream().anyMatch(l -> l.startsWith("<")));
    }

    /** A setting of the head, as words. */
    List<String> setting(String name, String... unlessGiven) {
        return head.stream()
                .filter(line -> line.startsWith(name + ":"))
                .findFirst()
                .map(line -> List.of(line.substring(name.length() + 1).strip().split(", *")))
                .orElse(List.of(unlessGiven));
    }

    /** The text of the file with other outputs. */
    String with(List<List<String>> outputs) {
        StringBuilder text = new StringBuilder();
        head.forEach(line -> text.append(line).append('\n'));
        int command = 0;
        for (Step step : steps) {
            if (step instanceof FileStep file) {
                text.append("== ").append(file.path());
                text.append(file.kind().isEmpty() ? "" : " [" + file.kind() + "]")
                        .append('\n');
                file.content().forEach(line -> text.append(line).append('\n'));
            } else if (step instanceof CommandStep run) {
                run.variables().forEach(line -> text.append("@ ").append(line).append('\n'));
                run.typed().forEach(line -> text.append("< ").append(line).append('\n'));
                text.append(run.interactive() && run.typed().isEmpty() ? "<\n" : "");
                text.append(("$ " + run.arguments()).strip()).append('\n');
                outputs.get(command++).forEach(line -> text.append(line).append('\n'));
            }
            text.append('\n');
        }
        return text.toString().stripTrailing() + "\n";
    }
}
