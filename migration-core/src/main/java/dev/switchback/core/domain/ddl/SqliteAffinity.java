package dev.switchback.core.domain.ddl;

import dev.switchback.core.domain.schema.Column;
import dev.switchback.core.domain.schema.Table;
import java.util.Locale;
import java.util.Optional;

/**
 * What SQLite makes of a value that gets into a column, by
 * <a href="https://sqlite.org/datatype3.html#determination_of_column_affinity">its declared type</a>.
 */
enum SqliteAffinity {
    /** Numbers become texts. */
    TEXT,
    /** Everything stays as it is. */
    BLOB,
    /** Texts that look like numbers become numbers, whole ones where that is the same. */
    NUMERIC,
    /** The same; only {@code CAST} tells them apart. */
    INTEGER,
    /** Whole numbers become floating ones too. */
    REAL;

    /** That of a column; {@code ANY} is a type in a strict table only. */
    static SqliteAffinity of(Column column, Table table) {
        String type = column.type().toUpperCase(Locale.ROOT);
        boolean any = type.equals("ANY") && SqliteMentions.in(table.options(), "STRICT");
        if (type.contains("INT")) {
            return INTEGER;
        } else if (type.contains("CHAR") || type.contains("CLOB") || type.contains("TEXT")) {
            return TEXT;
        } else if (type.isEmpty() || type.contains("BLOB") || any) {
            return BLOB;
        }
        return type.contains("REAL") || type.contains("FLOA") || type.contains("DOUB") ? REAL : NUMERIC;
    }

    /** What happens to values of a column that gets another affinity and that none can undo; a fraction stays one. */
    Optional<Rewriting> to(SqliteAffinity other) {
        boolean anything = this == TEXT || this == BLOB;
        boolean numbers = other != TEXT && other != BLOB;
        if (anything && numbers) {
            return Optional.of(Rewriting.TEXTS_TO_NUMBERS);
        } else if (other == REAL && this != REAL) {
            return Optional.of(Rewriting.ROUNDED);
        }
        return this == REAL && other == TEXT ? Optional.of(Rewriting.SHORTENED) : Optional.empty();
    }

    /** How values are rewritten. */
    enum Rewriting {
        /** What was a text is a number. */
        TEXTS_TO_NUMBERS("values of %s that look like numbers become numbers: '007' becomes 7"),
        /** A floating number has 53 bits. */
        ROUNDED("values of %s beyond 9007199254740992 are rounded"),
        /** As a text, a floating number has 15 digits in most versions. */
        SHORTENED("numbers of %s may lose their last digits as texts");

        private final String note;

        Rewriting(String note) {
            this.note = note;
        }

        /** Says it of columns. */
        String of(String columns) {
            return String.format(Locale.ROOT, note, columns);
        }
    }
}
