package dev.switchback.core.domain.ddl;

import dev.switchback.core.domain.schema.Column;
import dev.switchback.core.domain.schema.DdlStatement.Risk;
import dev.switchback.core.domain.schema.TableEdit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Changes what follows the columns of a table. */
final class MariadbOptions {

    private static final Pattern PARTITION = Pattern.compile("(PARTITION BY .*|/\\*!\\d+ PARTITION BY .*)$");
    private static final Pattern CHARSET = Pattern.compile("DEFAULT CHARSET=(\\S+)(?: COLLATE=(\\S+))?");
    private static final Pattern SETTING = Pattern.compile("([A-Z_]+)=(\\S+)");
    private static final Set<String> TEXTS =
            Set.of("char", "varchar", "tinytext", "text", "mediumtext", "longtext", "enum", "set");

    private final TableEdits edits;
    private final Clauses clauses;
    private final Supplier<String> ofDatabase;

    MariadbOptions(TableEdits edits, Clauses clauses, Supplier<String> ofDatabase) {
        this.edits = edits;
        this.clauses = clauses;
        this.ofDatabase = ofDatabase;
    }

    void write() {
        edits.options().forEach(this::change);
    }

    private void change(TableEdit.OptionsChanged change) {
        settings(change);
        charset(change);
        if (change.after().contains(MariadbVersioning.CLAUSE)
                && !change.before().contains(MariadbVersioning.CLAUSE)) {
            clauses.add("ADD SYSTEM VERSIONING");
        } else if (change.before().contains(MariadbVersioning.CLAUSE)
                && !change.after().contains(MariadbVersioning.CLAUSE)) {
            clauses.add(
                    "DROP SYSTEM VERSIONING",
                    Risk.LOSES_DATA,
                    "what the rows of " + edits.before().name().name() + " were is lost");
        }
        partitions(change);
    }

    private void settings(TableEdit.OptionsChanged change) {
        Map<String, String> before = settingsOf(change.before());
        Map<String, String> after = settingsOf(change.after());
        after.forEach((name, value) -> {
            if (!value.equals(before.get(name))) {
                clauses.add(name + "=" + value);
            }
        });
        before.keySet().stream()
                .filter(name -> !after.containsKey(name))
                .forEach(name -> clauses.add(name + "=" + usual(name)));
    }

    private static String usual(String setting) {
        return switch (setting) {
            case "ENGINE" -> "InnoDB";
            case "KEY_BLOCK_SIZE", "MAX_ROWS", "MIN_ROWS", "AVG_ROW_LENGTH", "CHECKSUM", "DELAY_KEY_WRITE" -> "0";
            default -> "DEFAULT";
        };
    }

    private static Map<String, String> settingsOf(String options) {
        Map<String, String> settings = new LinkedHashMap<>();
        String rest = CHARSET.matcher(PARTITION.matcher(options).replaceAll("")).replaceAll("");
        Matcher matcher = SETTING.matcher(rest);
        while (matcher.find()) {
            settings.put(matcher.group(1), matcher.group(2));
        }
        return settings;
    }

    /** Columns that have the character set of their table keep the old one, unless they are told again. */
    private void charset(TableEdit.OptionsChanged change) {
        if (!changesCharset(change)) {
            return;
        }
        String now = charset(change.after());
        clauses.add(now.isEmpty() ? "DEFAULT " + ofDatabase.get() : now);
        edits.after().columns().stream()
                .filter(column -> isText(column) && column.collation().isEmpty())
                .filter(column -> edits.before()
                        .column(column.name())
                        .filter(column::equals)
                        .isPresent())
                .forEach(column -> clauses.add(
                        "MODIFY COLUMN " + MariadbDefinitions.column(column),
                        column.generated().isPresent() ? Risk.NONE : Risk.REJECTS_ROWS,
                        otherCharset(column)));
    }

    private static String charset(String options) {
        Matcher said = CHARSET.matcher(options);
        return said.find() ? said.group() : "";
    }

    static boolean changesCharset(TableEdit.OptionsChanged change) {
        return !charset(change.before()).equals(charset(change.after()));
    }

    static String otherCharset(Column column) {
        return "what is in " + column.name() + " must fit into another character set or collation";
    }

    static boolean isText(Column column) {
        return TEXTS.contains(column.type().replaceFirst("\\(.*", ""));
    }

    private void partitions(TableEdit.OptionsChanged change) {
        Matcher before = PARTITION.matcher(change.before());
        Matcher after = PARTITION.matcher(change.after());
        boolean was = before.find();
        boolean is = after.find();
        if (is && !(was && before.group().equals(after.group()))) {
            clauses.add(after.group());
        } else if (was && !is) {
            clauses.add("REMOVE PARTITIONING");
        }
    }
}
