package dev.switchback.core.domain.ddl;

import static dev.switchback.core.domain.ddl.H2Definitions.name;
import static dev.switchback.core.domain.ddl.H2Definitions.string;

import dev.switchback.core.domain.schema.Column;
import dev.switchback.core.domain.schema.ObjectName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The numbers of a column of H2. Said anew, they would begin with their first one again, which a row may have or have had:
 * so they go on after what was given out and after the rows that are there.
 *
 * @param table where the column is
 * @param before what it was
 * @param after what it becomes
 */
record H2Identity(ObjectName table, Column before, Column after) {

    private static final Pattern START = Pattern.compile("START WITH (-?\\d+)");

    /** Of the session; without it, in a run that goes on in the middle, the rows alone tell. */
    private static final String NEXT = "@SWITCHBACK_NEXT";

    private String options() {
        return after.identity().orElse("");
    }

    private boolean isDescending() {
        return options().contains("INCREMENT BY -");
    }

    /** Whether nothing but the type is another one: then H2 lets the numbers be. */
    boolean stays() {
        return after.identity().isPresent()
                && after.identity().equals(before.identity())
                && after.attributes().equals(before.attributes());
    }

    /** What H2 says of the old type's limits, which nobody has asked for. */
    Optional<String> withoutOldLimit() {
        String limit = isDescending() ? "MINVALUE" : "MAXVALUE";
        return Optional.of(" SET NO " + limit).filter(clause -> !options().contains(limit));
    }

    /** Keeps which number would be the next, before the column is defined anew. */
    Optional<String> remembered() {
        return before.identity()
                .map(numbers -> "SET " + NEXT + " = (SELECT IDENTITY_BASE FROM INFORMATION_SCHEMA.COLUMNS"
                        + " WHERE TABLE_SCHEMA = CURRENT_SCHEMA AND TABLE_NAME = " + string(table.name())
                        + " AND COLUMN_NAME = " + string(after.name()) + ")");
    }

    /** The definition, going on where the numbers were. */
    String goingOn(String definition) {
        String restart = "RESTART WITH (SELECT " + next() + " FROM " + name(table) + ")";
        String numbers = options().endsWith(")")
                ? options().substring(0, options().length() - 1) + " " + restart + ")"
                : options() + "(" + restart + ")";
        return definition.replace(options(), numbers);
    }

    private String next() {
        Matcher said = START.matcher(options());
        String start = said.find() ? said.group(1) : isDescending() ? "-1" : "1";
        String number = "CAST(" + name(after.name()) + " AS BIGINT)";
        List<String> least = new ArrayList<>(List.of(
                "COALESCE(" + (isDescending() ? "MIN(" + number + ") - 1" : "MAX(" + number + ") + 1") + ", " + start
                        + ")",
                start));
        before.identity().ifPresent(numbers -> least.add("COALESCE(" + NEXT + ", " + start + ")"));
        return (isDescending() ? "LEAST(" : "GREATEST(") + String.join(", ", least) + ")";
    }
}
