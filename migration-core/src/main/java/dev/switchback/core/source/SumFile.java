package dev.switchback.core.source;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The content of a {@code migrations.sum}; see {@link MigrationsSum} for the format.
 *
 * @param lines what it says of each file, {@link #DRAFT} or a hash, by path
 * @param faults what is wrong with the file itself
 */
record SumFile(SortedMap<String, String> lines, List<String> faults) {
    /** Stands for the hash of a migration that is still being written. */
    static final String DRAFT = "draft";

    private static final Pattern LINE = Pattern.compile("(.+) (?:sha256:([0-9a-f]{64})|(draft))");
    private static final Pattern CONFLICT = Pattern.compile("(?:<<<<<<<|=======|>>>>>>>|\\|\\|\\|\\|\\|\\|\\|).*");
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
            Matcher matcher = LINE.matcher(line);
            if (CONFLICT.matcher(line).matches()) {
                conflict = true;
            } else if (!matcher.matches()) {
                faults.add("has a line that is none of its own: '" + Printable.text(shortened(line)) + "'");
            } else if (matcher.group(1).equals(TOTAL)) {
                total = String.valueOf(matcher.group(2));
            } else {
                String value = matcher.group(3) == null ? String.valueOf(matcher.group(2)) : DRAFT;
                String other = lines.put(matcher.group(1), value);
                if (other != null && !other.equals(value) && !conflict) {
                    faults.add("has two lines for " + matcher.group(1));
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

    private static String shortened(String line) {
        return line.length() <= 80 ? line : line.substring(0, 80) + "…";
    }

    /** The file for these lines. */
    static String render(SortedMap<String, String> lines) {
        return TOTAL + " sha256:" + total(lines) + "\n" + body(lines);
    }

    private static String total(SortedMap<String, String> lines) {
        return Sha256.of(body(lines).getBytes(StandardCharsets.UTF_8));
    }

    private static String body(Map<String, String> lines) {
        StringBuilder body = new StringBuilder();
        lines.forEach((path, value) -> body.append(path)
                .append(value.equals(DRAFT) ? " " : " sha256:")
                .append(value)
                .append('\n'));
        return body.toString();
    }
}
