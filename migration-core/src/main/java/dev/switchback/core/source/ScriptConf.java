package dev.switchback.core.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The configuration beside one script, {@code <file>.conf}
 * (<a href="https://documentation.red-gate.com/flyway/reference/script-configuration">Flyway's script
 * configuration</a>).
 *
 * @param executeInTransaction whether the script runs in a transaction, if the file says so
 * @param placeholderReplacement whether placeholders are replaced, if the file says so
 * @param faults what cannot be used, each with its line
 */
record ScriptConf(
        Optional<Boolean> executeInTransaction,
        Optional<Boolean> placeholderReplacement,
        List<Directives.Fault> faults) {
    static final String SUFFIX = ".conf";
    static final ScriptConf NONE = new ScriptConf(Optional.empty(), Optional.empty(), List.of());
    static final String KNOWN = "executeInTransaction=true|false, placeholderReplacement=true|false, encoding=UTF-8";

    private static final Set<String> ENCODINGS = Set.of("utf-8", "utf8", "us-ascii");

    static ScriptConf parse(String text) {
        Optional<Boolean> transaction = Optional.empty();
        Optional<Boolean> placeholders = Optional.empty();
        List<Directives.Fault> faults = new ArrayList<>();
        int number = 0;
        for (String raw : text.split("\n", -1)) {
            number++;
            String line = raw.strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            int equals = line.indexOf('=');
            String key = equals < 0 ? line : line.substring(0, equals).strip();
            String value = equals < 0 ? "" : line.substring(equals + 1).strip().toLowerCase(Locale.ROOT);
            Optional<Boolean> flag = flag(value);
            if (key.equals("executeInTransaction") && flag.isPresent()) {
                transaction = flag;
            } else if (key.equals("placeholderReplacement") && flag.isPresent()) {
                placeholders = flag;
            } else if (!key.equals("encoding") || !ENCODINGS.contains(value)) {
                faults.add(
                        new Directives.Fault(number, "'" + Printable.text(line) + "' is not possible; use " + KNOWN));
            }
        }
        return new ScriptConf(transaction, placeholders, List.copyOf(faults));
    }

    private static Optional<Boolean> flag(String value) {
        return switch (value) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> Optional.empty();
        };
    }
}
