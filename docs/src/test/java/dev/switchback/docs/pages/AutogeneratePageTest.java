package dev.switchback.docs.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.docs.Repository;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/**
 * Brings what the tests of autogenerate have found out, on each database, to the page. The run writes the page; if it was
 * another one before, it fails, so that nobody forgets to commit it.
 */
final class AutogeneratePageTest {

    private static final String PAGE = "docs/reference/autogenerate.md";
    private static final List<String> FILES = List.of("pg.txt", "my.txt", "mysql.txt", "h2.txt", "lite.txt");

    @Test
    void theTableIsWhatTheLastRunHasFound() throws IOException {
        MarkdownPage page = MarkdownPage.read(PAGE);
        Map<String, List<String>> committed = new LinkedHashMap<>();
        MarkdownTable.of(page, "change").rows().forEach(row -> committed.put(row.get(0), row.subList(1, row.size())));
        List<String> names = names();
        List<Map<String, String>> results = new ArrayList<>();
        for (String file : FILES) {
            results.add(results(file, names));
        }
        List<String> table = new ArrayList<>();
        for (String name : names) {
            StringBuilder row = new StringBuilder("| " + name);
            for (int i = 0; i < FILES.size(); i++) {
                String before = committed
                        .getOrDefault(name, List.of("?", "?", "?", "?", "?"))
                        .get(i);
                row.append(" | ").append(cell(results.get(i).getOrDefault(name, before)));
            }
            table.add(row + " |");
        }
        List<String> lines = new ArrayList<>(page.lines());
        int begin = lines.indexOf("| change | PostgreSQL | MariaDB | MySQL | H2 | SQLite |") + 2;
        int end = begin + committed.size();
        lines.subList(begin, end).clear();
        lines.addAll(begin, table);

        if (!lines.equals(page.lines())) {
            Files.write(Repository.root().resolve(PAGE), lines);
        }

        assertThat(page.lines()).as(PAGE + " was another one; now it is right").isEqualTo(lines);
    }

    private static String cell(String result) {
        return switch (result) {
            case "none" -> "–";
            case "yes", "equal", "–", "?" -> result;
            default -> result.startsWith("**") ? result : "**no**: " + result.substring("no: ".length());
        };
    }

    /** The names of the cases, in order. */
    private static List<String> names() throws IOException {
        String cases = "/dev/switchback/core/autogenerate/changes.txt";
        try (InputStream in = AutogeneratePageTest.class.getResourceAsStream(cases)) {
            String text = new String(Objects.requireNonNull(in, cases).readAllBytes(), StandardCharsets.UTF_8);
            return text.lines()
                    .filter(line -> line.startsWith("==== "))
                    .map(line -> line.substring("==== ".length()).split(" \\| ", -1)[0])
                    .toList();
        }
    }

    /** Of the last run on one database; none if it was not of these cases. */
    private static Map<String, String> results(String file, List<String> names) throws IOException {
        Path path =
                Repository.root().resolve("migration-core/target/autogenerate").resolve(file);
        Map<String, String> results = new LinkedHashMap<>();
        if (Files.exists(path)) {
            for (String line : Files.readAllLines(path)) {
                String[] parts = line.split("\t", 2);
                results.put(parts[0], parts[1]);
            }
        }
        return List.copyOf(results.keySet()).equals(names) ? results : Map.of();
    }
}
