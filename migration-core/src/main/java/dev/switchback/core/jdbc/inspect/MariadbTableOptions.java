package dev.switchback.core.jdbc.inspect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What follows the columns in {@code SHOW CREATE TABLE}: without what is so in a new table anyway, and without where its
 * numbers stand.
 *
 * @param text the options that say something
 * @param comment the comment of the table
 * @param isInnodb whether its engine is InnoDB
 * @param collation the collation of its columns, where they have no other one
 */
record MariadbTableOptions(String text, Optional<String> comment, boolean isInnodb, String collation) {

    static MariadbTableOptions read(List<String> lexemes, MariadbCollations collations) {
        DdlCursor cursor = new DdlCursor(lexemes);
        List<String> said = new ArrayList<>();
        Optional<String> comment = Optional.empty();
        String engine = "InnoDB";
        String collation = collations.ofDatabase();
        while (!cursor.atEnd()
                && !cursor.peek().equals("PARTITION")
                && !cursor.peek().startsWith("/*")) {
            if (cursor.accept("COMMENT", "=")) {
                comment = cursor.acceptString().map(MariadbText::unescaped);
            } else if (cursor.accept("AUTO_INCREMENT", "=")) {
                cursor.take();
            } else if (cursor.accept("ENGINE", "=")) {
                engine = cursor.take();
            } else if (cursor.accept("DEFAULT", "CHARSET", "=")) {
                String charset = cursor.take();
                collation = collations.meant(
                        charset, cursor.accept("COLLATE", "=") ? Optional.of(cursor.take()) : Optional.empty());
                if (!collation.equals(collations.ofDatabase())) {
                    said.add("DEFAULT CHARSET=" + charset + " COLLATE=" + collation);
                }
            } else {
                said.add(other(cursor));
            }
        }
        boolean innodb = engine.equalsIgnoreCase("InnoDB");
        if (innodb) {
            // left behind by Aria, of which it is a setting
            said.removeIf(option -> option.startsWith("PAGE_CHECKSUM="));
        } else {
            said.add(0, "ENGINE=" + engine);
        }
        String partitions = cursor.rest();
        if (!partitions.isEmpty()) {
            said.add(partitions.replaceAll("\\s*\\n\\s*", " "));
        }
        return new MariadbTableOptions(String.join(" ", said), comment, innodb, collation);
    }

    private static String other(DdlCursor cursor) {
        if (cursor.accept("WITH", "SYSTEM", "VERSIONING")) {
            return "WITH SYSTEM VERSIONING";
        }
        String word = cursor.take();
        return cursor.accept("=") ? word + "=" + cursor.take() : word;
    }
}
