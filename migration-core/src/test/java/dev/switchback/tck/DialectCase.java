package dev.switchback.tck;

import dev.switchback.api.config.DatabaseKind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A script that only one kind of database understands, from the file of that database beside this class. There, a line of
 * {@code ====} and a name begins a case; then comes the script, after {@code >>>> down} the script that reverts it, and
 * after {@code >>>> query} and a query what has to come out of it, a line for each row.
 *
 * @param name what the script has in it
 * @param up the script
 * @param down the script that reverts it
 * @param rows queries, each with its first column after the script ran
 */
public record DialectCase(String name, String up, String down, Map<String, List<String>> rows) {
    private static final String PART = "(?m)^>>>> ";

    /** All cases of one kind of database. MariaDB and MySQL have some in common, and some that the other refuses. */
    public static List<DialectCase> of(DatabaseKind kind) {
        List<DialectCase> cases = new ArrayList<>();
        if (kind == DatabaseKind.MARIADB || kind == DatabaseKind.MYSQL) {
            cases.addAll(in("mariadb_and_mysql.txt"));
        }
        cases.addAll(in(kind.name().toLowerCase(Locale.ROOT) + ".txt"));
        return List.copyOf(cases);
    }

    private static List<DialectCase> in(String file) {
        return Stream.of(read(file).split("(?m)^==== ", -1))
                .filter(block -> !block.isEmpty())
                .map(DialectCase::parse)
                .toList();
    }

    private static DialectCase parse(String block) {
        String[] parts = block.split(PART, -1);
        Map<String, List<String>> rows = new LinkedHashMap<>();
        String down = "";
        for (int i = 1; i < parts.length; i++) {
            String head = firstLine(parts[i]);
            if (head.equals("down")) {
                down = rest(parts[i]);
            } else {
                rows.put(
                        head.substring("query ".length()),
                        rest(parts[i]).lines().toList());
            }
        }
        return new DialectCase(firstLine(parts[0]), rest(parts[0]), down, rows);
    }

    private static String firstLine(String text) {
        return text.substring(0, text.indexOf('\n'));
    }

    private static String rest(String text) {
        return text.substring(text.indexOf('\n') + 1);
    }

    /** The text of a file beside this class. */
    static String read(String name) {
        try (InputStream in = Objects.requireNonNull(DialectCase.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How the case is shown in a test report. */
    @Override
    public String toString() {
        return name;
    }
}
