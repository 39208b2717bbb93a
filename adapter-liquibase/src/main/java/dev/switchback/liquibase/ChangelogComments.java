package dev.switchback.liquibase;

import dev.switchback.core.domain.MigrationFileName;
import dev.switchback.core.domain.MigrationFileName.Prefix;
import dev.switchback.core.port.NativeFormat.Fault;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a changelog says to Switchback in comments, each on a line of its own before the changelog begins: below, such a line
 * can be a part of a text. JSON has none.
 */
final class ChangelogComments {
    private static final Pattern YAML = Pattern.compile("\\s*#\\s*switchback\\s*:\\s*(.*?)\\s*");
    private static final Pattern XML = Pattern.compile("\\s*<!--\\s*switchback\\s*:\\s*(.*?)\\s*-->\\s*");
    private static final Pattern IRREVERSIBLE = Pattern.compile("irreversible\\s+(.+)");

    private ChangelogComments() {}

    /** Why the migration cannot be reverted, if the file says so. */
    static Optional<String> irreversible(MigrationFileName name, String text, List<Fault> faults) {
        Pattern comment = name.suffix().equals(ChangelogTemplate.XML) ? XML : YAML;
        Optional<String> reason = Optional.empty();
        boolean begun = false;
        int number = 0;
        for (String line : text.split("\n", -1)) {
            number++;
            begun |= line.contains(ChangeSetReader.ROOT);
            Matcher directive = comment.matcher(line);
            if (!directive.matches()) {
                continue;
            }
            if (begun) {
                faults.add(new Fault(
                        number,
                        "has a directive after the changelog has begun",
                        "write it above " + ChangeSetReader.ROOT + ", on a line of its own"));
                continue;
            }
            Matcher irreversible = IRREVERSIBLE.matcher(directive.group(1));
            if (!irreversible.matches() || name.prefix() != Prefix.V) {
                faults.add(new Fault(
                        number,
                        "has a directive that is not possible here",
                        "possible is irreversible <why>, in a versioned migration; for transaction=off write"
                                + " runInTransaction: false"));
            } else {
                reason = Optional.of(irreversible.group(1));
            }
        }
        return reason;
    }
}
