package dev.switchback.core.source;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The patterns of {@code .switchbackignore}, a subset of gitignore: one glob per line, {@code *} and {@code ?} within a
 * name, {@code **} across folders; a slash at the end means folders only, one elsewhere ties the pattern to the root;
 * {@code #} begins a comment. There is no negation, no {@code [a-z]} and no backslash.
 */
final class IgnoreRules {
    static final String FILE_NAME = ".switchbackignore";
    static final IgnoreRules NONE = new IgnoreRules(List.of(), List.of());

    /** A line that is not a pattern. */
    record BadLine(int line, String reason) {}

    private record Rule(Pattern pattern, boolean foldersOnly) {}

    private final List<Rule> rules;
    private final List<BadLine> badLines;

    private IgnoreRules(List<Rule> rules, List<BadLine> badLines) {
        this.rules = List.copyOf(rules);
        this.badLines = List.copyOf(badLines);
    }

    static IgnoreRules parse(String text) {
        List<Rule> rules = new ArrayList<>();
        List<BadLine> badLines = new ArrayList<>();
        int number = 0;
        for (String raw : text.split("\n", -1)) {
            number++;
            String line = raw.strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            String fault = fault(line);
            if (fault.isEmpty()) {
                rules.add(rule(line));
            } else {
                badLines.add(new BadLine(number, fault));
            }
        }
        return new IgnoreRules(rules, badLines);
    }

    List<BadLine> badLines() {
        return badLines;
    }

    /** Whether a file, or a folder that it lies in, is listed. */
    boolean ignoresFile(String path) {
        return matches(path, false) || ignoresParent(path);
    }

    /** Whether a folder, or one that it lies in, is listed. */
    boolean ignoresFolder(String path) {
        return matches(path, true) || ignoresParent(path);
    }

    private boolean ignoresParent(String path) {
        for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
            if (matches(path.substring(0, slash), true)) {
                return true;
            }
        }
        return false;
    }

    private boolean matches(String path, boolean folder) {
        for (Rule rule : rules) {
            if ((folder || !rule.foldersOnly()) && rule.pattern().matcher(path).matches()) {
                return true;
            }
        }
        return false;
    }

    private static String fault(String line) {
        if (line.startsWith("!")) {
            return "negation with ! is not possible";
        }
        if (line.indexOf('[') >= 0 || line.indexOf('\\') >= 0) {
            return "only *, ? and ** have a meaning, not [ or \\";
        }
        for (String part : line.split("/", -1)) {
            if (part.contains("**") && !part.equals("**")) {
                return "** must stand alone between slashes";
            }
            if (part.equals("..") || part.equals(".")) {
                return "a pattern cannot leave the folder";
            }
        }
        return line.contains("//") || line.equals("/") ? "a name between slashes is missing" : "";
    }

    private static Rule rule(String line) {
        boolean foldersOnly = line.endsWith("/");
        String glob = foldersOnly ? line.substring(0, line.length() - 1) : line;
        boolean tied = glob.indexOf('/') >= 0;
        String path = glob.startsWith("/") ? glob.substring(1) : glob;
        StringBuilder regex = new StringBuilder(tied ? "" : "(?:.*/)?");
        String[] parts = path.split("/", -1);
        for (int i = 0; i < parts.length; i++) {
            boolean last = i == parts.length - 1;
            if (parts[i].equals("**")) {
                regex.append(last ? ".*" : "(?:.*/)?");
            } else {
                regex.append(name(parts[i])).append(last ? "" : "/");
            }
        }
        return new Rule(Pattern.compile(regex.toString(), Pattern.DOTALL), foldersOnly);
    }

    private static String name(String glob) {
        StringBuilder regex = new StringBuilder();
        for (int i = 0; i < glob.length(); i++) {
            char c = glob.charAt(i);
            switch (c) {
                case '*' -> regex.append("[^/]*");
                case '?' -> regex.append("[^/]");
                default -> regex.append(Pattern.quote(String.valueOf(c)));
            }
        }
        return regex.toString();
    }
}
