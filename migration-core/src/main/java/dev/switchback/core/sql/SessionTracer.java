package dev.switchback.core.sql;

import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds what statements leave in their session, by their words. It looks for names in the text, in strings and comments
 * too: it rather sees a use where there is none than the other way round.
 *
 * <p>Immutable and safe for use by several threads.
 */
public final class SessionTracer {

    private static final String NAME = "((?:[\\w$@\"`\\[\\].]|[^\\x00-\\x7f])+)";
    private static final Pattern TEMPORARY =
            insensitive("^CREATE\\s+(?:\\w+\\s+){0,4}?TEMP(?:ORARY)?\\s+(?:RECURSIVE\\s+)?(?:SEQUENCE|TABLE|VIEW)\\s+"
                    + "(?:IF\\s+NOT\\s+EXISTS\\s+)?" + NAME);
    private static final Pattern TEMPORARY_FILLED = insensitive("\\bINTO\\s+TEMP(?:ORARY)?\\s+(?:TABLE\\s+)?" + NAME);
    private static final Pattern DROPPED =
            insensitive("^DROP\\s+(?:TEMPORARY\\s+)?(?:SEQUENCE|TABLE|VIEW)\\s+(?:IF\\s+EXISTS\\s+)?" + NAME);
    private static final Pattern PREPARED = insensitive("^PREPARE\\s+" + NAME);
    private static final Pattern DEALLOCATED = insensitive("^(?:DEALLOCATE|DROP)\\s+(?:PREPARE\\s+)?" + NAME);
    private static final Pattern VARIABLE_SET = insensitive("(?<![@\\w])(@\\w+)\\s*:?=");
    private static final Pattern VARIABLE_FILLED =
            insensitive("(?<![@\\w])(@\\w+)\\s*:=|\\bINTO\\s+(@\\w+)|,\\s*(@\\w+)\\s*$");
    /** What every insert makes, without naming it. */
    private static final Set<String> IDENTITIES = Set.of("LAST_INSERT_ID", "LAST_INSERT_ROWID");

    private static final Set<String> NO_SETTINGS = Set.of("GLOBAL", "PASSWORD", "PERSIST", "PERSIST_ONLY", "STATEMENT");

    private final SqlDialect dialect;

    private SessionTracer(SqlDialect dialect) {
        this.dialect = Objects.requireNonNull(dialect, "dialect");
    }

    /** A tracer for one dialect. */
    public static SessionTracer of(SqlDialect dialect) {
        return new SessionTracer(dialect);
    }

    private static Pattern insensitive(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
    }

    /** What one statement leaves in its session. */
    public SessionTrace trace(SqlStatement statement) {
        String sql = statement.sql();
        StatementWords words = StatementWords.of(dialect, sql);
        return switch (words.at(0)) {
            case "SET" -> set(words, sql);
            case "USE", "RESET", "LOAD", "PRAGMA", "ATTACH", "DETACH" -> setting(words);
            case "SELECT" -> select(words, sql);
            case "CREATE" -> SessionTrace.making(names(TEMPORARY, sql));
            case "PREPARE" -> SessionTrace.making(names(PREPARED, sql));
            case "DEALLOCATE" -> SessionTrace.dropping(names(DEALLOCATED, sql));
            case "DROP" -> SessionTrace.dropping(names(words.at(1).equals("PREPARE") ? DEALLOCATED : DROPPED, sql));
            case "INSERT", "REPLACE" -> SessionTrace.making(IDENTITIES);
            default -> SessionTrace.NOTHING;
        };
    }

    /** Whether a statement uses something that an earlier one made; to make it anew is no use. */
    public boolean uses(SqlStatement statement, String name) {
        boolean named = !IDENTITIES.contains(name);
        int own = named && trace(statement).makes().contains(name) ? 1 : 0;
        return insensitive("(?<![@\\w])" + Pattern.quote(name) + "(?!\\w)")
                        .matcher(statement.sql())
                        .results()
                        .count()
                > own;
    }

    /** A variable that gets the value of a function or a query would not get the same one again. */
    private SessionTrace set(StatementWords words, String sql) {
        if (NO_SETTINGS.contains(words.at(1))) {
            return SessionTrace.NOTHING;
        }
        Set<String> variables = names(VARIABLE_SET, sql);
        return variables.isEmpty() || sql.indexOf('(') < 0 ? SessionTrace.SETTING : SessionTrace.making(variables);
    }

    private SessionTrace select(StatementWords words, String sql) {
        if (dialect == SqlDialect.POSTGRESQL) {
            return words.contain("SET_CONFIG")
                    ? SessionTrace.SETTING
                    : SessionTrace.making(names(TEMPORARY_FILLED, sql));
        }
        return SessionTrace.making(names(VARIABLE_FILLED, sql));
    }

    private SessionTrace setting(StatementWords words) {
        boolean known = switch (words.at(0)) {
            case "USE" -> dialect == SqlDialect.MARIADB || dialect == SqlDialect.H2;
            case "RESET", "LOAD" -> dialect == SqlDialect.POSTGRESQL;
            default -> dialect == SqlDialect.SQLITE;
        };
        return known ? SessionTrace.SETTING : SessionTrace.NOTHING;
    }

    private static Set<String> names(Pattern pattern, String sql) {
        Set<String> names = new TreeSet<>();
        Matcher matcher = pattern.matcher(sql);
        while (matcher.find()) {
            for (int group = 1; group <= matcher.groupCount(); group++) {
                if (matcher.group(group) != null) {
                    names.add(plain(matcher.group(group)));
                }
            }
        }
        return names;
    }

    /** Without quotes and without the schema. */
    private static String plain(String name) {
        String bare = name.replaceAll("[\"`\\[\\]]", "");
        return bare.substring(bare.lastIndexOf('.') + 1).toUpperCase(Locale.ROOT);
    }
}
