package dev.switchback.api.model;

import dev.switchback.api.error.InvalidTargetException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text forms of {@link Target}. */
final class TargetParser {
    private static final Pattern STEPS = Pattern.compile("([+-])(\\d{1,9})");
    private static final Pattern OFFSET = Pattern.compile("(\\d[\\d._]*)([+-])(\\d{1,9})");
    private static final String FORMS = "expected head, base, a version, +N, -N, VERSION+N, VERSION-N or @tag";

    private static final char TAG = '@';

    private TargetParser() {}

    static Target parse(String text) {
        String t = text.strip();
        if (t.equalsIgnoreCase("head")) {
            return new Target.Head();
        }
        if (t.equalsIgnoreCase("base")) {
            return new Target.Base();
        }
        Matcher steps = STEPS.matcher(t);
        if (steps.matches()) {
            int count = signed(steps.group(1), steps.group(2));
            if (count == 0) {
                throw new InvalidTargetException(text, "goes nowhere", List.of());
            }
            return new Target.Steps(count);
        }
        Matcher offset = OFFSET.matcher(t);
        if (offset.matches()) {
            return new Target.Offset(offset.group(1), signed(offset.group(2), offset.group(3)));
        }
        if (t.length() > 1 && t.charAt(0) == TAG) {
            return new Target.Tag(t.substring(1).strip());
        }
        if (MigrationVersion.isVersion(t)) {
            return new Target.Named(t);
        }
        throw new InvalidTargetException(text, FORMS, List.of());
    }

    private static int signed(String sign, String digits) {
        int n = Integer.parseInt(digits);
        return sign.equals("-") ? -n : n;
    }
}
