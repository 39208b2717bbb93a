package dev.switchback.core.source;

import dev.switchback.core.sql.ScriptText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The content of a {@code migrations.sum}; see {@link MigrationsSum} for the format.
 *
 * @param lines what it says of each file, {@link #DRAFT} or a hash, by path
 * @param faults what is wrong with the file itself
 */
record SumFile(SortedMap<String, String> lines, List<String> faults) {
    /** Stands for the hash of a migration that is still being written. */
    static final String DRAFT = "draft";

    private static final List<String> CONFLICT = List.of("<<<<<<<", "=======", ">>>>>>>", "|||||||");
    private static final String HASH = "sha256:";
    private static final String TOTAL = "total";

    static SumFile empty() {
        return new SumFile(new TreeMap<>(), List.of());
    }

    static SumFile parse(String text) {
        SortedMap<String, String> lines = new TreeMap<>();
        List<String> faults = new ArrayList<>();
        boolean conflict = false;
        String total = "";
        for (String line : text.lines().toList()) {
            int space = line.lastIndexOf(' ');
            String path = line.substring(0, Math.max(space, 0));
            String value = value(line.substring(space + 1));
            if (CONFLICT.stream().anyMatch(line::startsWith)) {
                conflict = true;
            } else if (path.isEmpty() || value.isEmpty()) {
                faults.add("has a line that is none of its own: '" + Printable.text(shortened(line)) + "'");
            } else if (path.equals(TOTAL)) {
                total = value;
            } else {
                String other = lines.put(path, value);
                if (other != null && !other.equals(value) && !conflict) {
                    faults.add("has two lines for " + path);
                }
            }
        }
        if (conflict) {
            faults.clear();
            faults.add("holds the marks of a merge conflict");
        } else if (faults.isEmpty() && !total.equals(total(lines))) {
            faults.add("has a total that does not agree with its lines: it was edited or merged by hand");
        }
        return new SumFile(lines, List.copyOf(faults));
    }

    /** The hash without its prefix, or {@link #DRAFT}; empty if it is neither. */
    private static String value(String word) {
        if (word.equals(DRAFT)) {
            return DRAFT;
        }
        String hash = word.startsWith(HASH) ? word.substring(HASH.length()) : "";
        boolean isHash =
                hash.length() == 64 && hash.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'));
        return isHash ? hash : "";
    }

    private static String shortened(String line) {
        return line.length() <= 80 ? line : line.substring(0, 80) + "…";
    }

    /** The file for these lines. */
    static String render(SortedMap<String, String> lines) {
        return TOTAL + " " + HASH + total(lines) + "\n" + body(lines);
    }

    private static String total(SortedMap<String, String> lines) {
        return Sha256.of(ScriptText.of(body(lines)));
    }

    private static String body(Map<String, String> lines) {
        StringBuilder body = new StringBuilder();
        lines.forEach((path, value) -> body.append(path)
                .append(value.equals(DRAFT) ? " " : " " + HASH)
                .append(value)
                .append('\n'));
        return body.toString();
    }
}
