package dev.switchback.core.jdbc.inspect;

import dev.switchback.core.domain.ddl.Lexemes;
import dev.switchback.core.domain.schema.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads a line of {@code SHOW CREATE TABLE} that says what a column is. MySQL's differ in a few words. */
final class MariadbColumnReader {

    private static final Set<String> AFTER_TYPE = Set.of(
            "CHARACTER",
            "COLLATE",
            "NOT",
            "NULL",
            "DEFAULT",
            "ON",
            "GENERATED",
            "AS",
            "AUTO_INCREMENT",
            "COMMENT",
            "CHECK",
            "INVISIBLE",
            "WITHOUT",
            "WITH",
            "REF_SYSTEM_ID",
            "SRID");

    /** A width changes nothing but what a client shows; that of {@code tinyint(1)} says that it is a boolean. */
    private static final Pattern WIDTH =
            Pattern.compile("^((?:tiny|small|medium|big)?int)\\((?!1\\)$)\\d+\\)((?: unsigned)?)$");

    private final DdlCursor text;
    private final String name;
    private final String type;
    private boolean nullable = true;
    private Optional<String> defaultExpression = Optional.empty();
    private Optional<String> identity = Optional.empty();
    private Optional<String> generated = Optional.empty();
    private Optional<String> charset = Optional.empty();
    private Optional<String> collation = Optional.empty();
    private Optional<String> comment = Optional.empty();
    private final List<String> attributes = new ArrayList<>();

    private MariadbColumnReader(String line) {
        this.text = new DdlCursor(Lexemes.ofMariadb(line));
        this.name = text.takeName();
        this.type = WIDTH.matcher(takeType()).replaceFirst("$1$2");
    }

    /**
     * Reads a column.
     *
     * @param line what it says
     * @param ofTable the collation of its table
     * @param collations what a character set means
     */
    static Column read(String line, String ofTable, MariadbCollations collations) {
        MariadbColumnReader reader = new MariadbColumnReader(line);
        while (!reader.text.atEnd()) {
            reader.next();
        }
        return reader.json(ofTable).orElseGet(() -> reader.plain(ofTable, collations));
    }

    private String takeType() {
        StringBuilder words = new StringBuilder(text.takeUntil(AFTER_TYPE));
        while (!text.atEnd()
                && !AFTER_TYPE.contains(text.peek())
                && !text.peek().startsWith("/*")) {
            words.append(' ').append(text.takeUntil(AFTER_TYPE));
        }
        return words.toString();
    }

    private void next() {
        if (text.accept("NOT", "NULL")) {
            nullable = false;
        } else if (text.accept("NULL")) {
            nullable = true;
        } else if (text.accept("CHARACTER", "SET")) {
            charset = Optional.of(text.take());
        } else if (text.accept("COLLATE")) {
            collation = Optional.of(text.take());
        } else if (text.accept("DEFAULT")) {
            defaultExpression = Optional.of(text.takeUntil(AFTER_TYPE)).filter(e -> !e.equalsIgnoreCase("NULL"));
        } else if (text.accept("AUTO_INCREMENT")) {
            identity = Optional.of("AUTO_INCREMENT");
        } else if (text.accept("COMMENT")) {
            comment = text.acceptString().map(MariadbText::unescaped);
        } else if (text.accept("GENERATED", "ALWAYS", "AS")) {
            computed();
        } else {
            attributes.add(attribute());
        }
    }

    private void computed() {
        if (text.peek().equals("(")) {
            String expression = text.takeGroup();
            generated = Optional.of(expression + " " + text.take().toUpperCase(Locale.ROOT));
        } else {
            attributes.add("GENERATED ALWAYS AS " + text.takeUntil(AFTER_TYPE));
        }
    }

    private String attribute() {
        if (text.accept("ON", "UPDATE")) {
            return "ON UPDATE " + text.takeUntil(AFTER_TYPE);
        }
        if (text.accept("CHECK")) {
            return "CHECK " + text.takeGroup();
        }
        if (text.accept("WITHOUT", "SYSTEM", "VERSIONING")) {
            return "WITHOUT SYSTEM VERSIONING";
        }
        String word = text.take();
        return text.accept("=") ? word + "=" + text.take() : word;
    }

    /** MariaDB's {@code json} is a text with a check, and is given back as that. */
    private Optional<Column> json(String ofTable) {
        String check = "CHECK (json_valid(`" + name.replace("`", "``") + "`))";
        boolean binary = collation.orElse(ofTable).equals("utf8mb4_bin");
        if (!type.equals("longtext") || !binary || !attributes.contains(check)) {
            return Optional.empty();
        }
        List<String> others = attributes.stream().filter(a -> !a.equals(check)).toList();
        return Optional.of(column("json", Optional.empty(), others));
    }

    private Column plain(String ofTable, MariadbCollations collations) {
        String meant = charset.map(c -> collations.meant(c, collation)).orElseGet(() -> collation.orElse(ofTable));
        return column(type, MariadbCollations.inTable(meant, ofTable), attributes);
    }

    private Column column(String itsType, Optional<String> itsCollation, List<String> itsAttributes) {
        return new Column(
                name,
                itsType,
                nullable,
                defaultExpression,
                identity,
                generated,
                itsCollation,
                Optional.of(String.join(" ", itsAttributes)).filter(a -> !a.isEmpty()),
                comment);
    }
}
