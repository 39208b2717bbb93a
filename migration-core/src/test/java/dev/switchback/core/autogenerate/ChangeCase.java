package dev.switchback.core.autogenerate;

import dev.switchback.api.config.DatabaseKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * One change of the schema in {@code shop.sql}, from {@code changes.txt}. There, a line of {@code ====} and a name begins
 * a case, with the dialects it is for after a bar if it is not for all; lines with {@code #} say what is special about
 * it; then come its edits, as in a diff: lines with a blank, {@code -} or {@code +} before them, apart with {@code @@}.
 *
 * <ul>
 *   <li>{@code # rename table before after}, {@code # rename column table before after}: what somebody has said
 *   <li>{@code # values table column}: the values of this column are other ones afterwards
 *   <li>{@code # same}: it says the same in other words, nothing differs
 *   <li>{@code # miss pg: why}: it is not got right, and the test sees that this is so
 * </ul>
 *
 * @param name what changes
 * @param dialects where there is such a thing
 * @param special the lines with {@code #}, without it
 * @param edits the edits
 */
record ChangeCase(String name, Set<String> dialects, List<String> special, List<Edit> edits) {

    private static final String ALL = "pg my h2 lite";

    /** Text that stands in the schema exactly once, and what stands there afterwards. */
    record Edit(String before, String after) {}

    static List<ChangeCase> all() {
        List<ChangeCase> cases = new ArrayList<>();
        for (String block : SchemaText.read("changes.txt").text().split("(?m)^==== ", -1)) {
            if (!block.isEmpty()) {
                cases.add(parse(block));
            }
        }
        return cases;
    }

    private static ChangeCase parse(String block) {
        List<String> lines = block.lines().toList();
        String[] head = lines.get(0).split(" \\| ", 2);
        List<String> special = new ArrayList<>();
        List<Edit> edits = new ArrayList<>();
        StringBuilder before = new StringBuilder();
        StringBuilder after = new StringBuilder();
        for (String line : lines.subList(1, lines.size())) {
            String text = line.isEmpty() ? "" : line.substring(1) + "\n";
            switch (line.isEmpty() ? '@' : line.charAt(0)) {
                case '#' -> special.add(text.strip());
                case '-' -> before.append(text);
                case '+' -> after.append(text);
                case ' ' -> {
                    before.append(text);
                    after.append(text);
                }
                case '@' -> {
                    edits.add(new Edit(before.toString(), after.toString()));
                    before.setLength(0);
                    after.setLength(0);
                }
                default -> throw new IllegalArgumentException(head[0] + ": " + line);
            }
        }
        edits.add(new Edit(before.toString(), after.toString()));
        return new ChangeCase(head[0], Set.of((head.length > 1 ? head[1] : ALL).split(" ")), special, edits);
    }

    boolean isFor(DatabaseKind kind) {
        return SchemaText.namesOf(kind).stream().anyMatch(dialects::contains);
    }

    /** Whether nothing differs but the words. */
    boolean isSame() {
        return special.contains("same");
    }

    /** Why this is not got right on a database, if it is not. */
    Optional<String> miss(DatabaseKind kind) {
        return SchemaText.namesOf(kind).stream()
                .map(name -> "miss " + name + ": ")
                .flatMap(
                        mark -> special.stream().filter(s -> s.startsWith(mark)).map(s -> s.substring(mark.length())))
                .findFirst();
    }

    /** Whether the values of a column are other ones afterwards. */
    boolean changesValues(String table, String column) {
        return special.contains("values " + table.toLowerCase(Locale.ROOT) + " " + column.toLowerCase(Locale.ROOT));
    }

    /** What follows these words in the special lines. */
    List<String[]> told(String words) {
        return special.stream()
                .filter(s -> s.startsWith(words + " "))
                .map(s -> s.substring(words.length() + 1).split(" "))
                .toList();
    }

    /** The schema with the change in it. */
    SchemaText applied(SchemaText schema) {
        String text = schema.text();
        for (Edit edit : edits) {
            int at = edit.before().isEmpty() ? -1 : text.indexOf(edit.before());
            // context alone may stand anywhere, but must be unmistakable
            if (at < 0 || text.indexOf(edit.before(), at + 1) >= 0) {
                throw new IllegalArgumentException(name + ": not exactly once in the schema:\n" + edit.before());
            }
            text = text.substring(0, at)
                    + edit.after()
                    + text.substring(at + edit.before().length());
        }
        return new SchemaText(text);
    }

    @Override
    public String toString() {
        return name;
    }
}
