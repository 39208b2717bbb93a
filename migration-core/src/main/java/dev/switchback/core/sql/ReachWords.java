package dev.switchback.core.sql;

import dev.switchback.core.sql.SqlLexer.Token;
import java.util.Map;
import java.util.Set;

/**
 * The words by which a statement leaves its database.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-commands.html">PostgreSQL: commands</a>
 * @see <a href="https://mariadb.com/docs/server/reference/sql-statements">MariaDB: statements</a>
 * @see <a href="https://h2database.com/html/commands.html">H2: commands</a>
 * @see <a href="https://sqlite.org/lang.html">SQLite: commands</a>
 */
final class ReachWords {

    private static final Set<String> CHANGES = Set.of("ALTER", "COMMENT", "CREATE", "DROP", "RENAME");

    private static final Map<SqlDialect, Set<String>> OF_THE_SERVER = Map.of(
            SqlDialect.POSTGRESQL,
            Set.of("DATABASE", "GROUP", "PARAMETER", "ROLE", "SUBSCRIPTION", "SYSTEM", "TABLESPACE", "USER"),
            SqlDialect.MARIADB,
            Set.of("DATABASE", "ROLE", "SCHEMA", "SERVER", "USER"));

    /** Of MariaDB and MySQL: the first words of what concerns the server or rights, which a dropped database leaves behind. */
    private static final Set<String> ADMINISTRATION =
            Set.of("CHANGE", "FLUSH", "GRANT", "INSTALL", "KILL", "PURGE", "RESET", "REVOKE", "SHUTDOWN", "UNINSTALL");

    private static final Map<SqlDialect, Set<String>> WRITING_FUNCTIONS = Map.of(
            SqlDialect.H2,
            Set.of("CSVWRITE", "FILE_WRITE", "LINK_SCHEMA"),
            SqlDialect.POSTGRESQL,
            Set.of("DBLINK", "DBLINK_EXEC", "LO_EXPORT", "PG_FILE_WRITE"));

    /** After these a name with a parenthesis is that of a table and its columns. */
    private static final Set<String> BEFORE_TABLES = Set.of("EXISTS", "INTO", "ON", "TABLE", "VIEW");

    private ReachWords() {}

    static Reach find(SqlDialect dialect, String sql) {
        StatementWords words = StatementWords.whole(dialect, sql);
        if (isElsewhere(dialect, words) || callsAny(WRITING_FUNCTIONS.getOrDefault(dialect, Set.of()), dialect, sql)) {
            return Reach.ELSEWHERE;
        }
        boolean server = dialect == SqlDialect.MARIADB ? isOfMariadb(words) : isOfPostgresql(dialect, words);
        return server ? Reach.SERVER : Reach.DATABASE;
    }

    private static boolean isElsewhere(SqlDialect dialect, StatementWords words) {
        return switch (dialect) {
            case SQLITE -> words.begin("ATTACH") || (words.begin("VACUUM") && words.contain("INTO"));
            case H2 ->
                words.begin("BACKUP")
                        || words.begin("RUNSCRIPT")
                        || (words.begin("SCRIPT") && words.contain("TO"))
                        || (words.begin("CREATE") && words.contain("LINKED"));
            case POSTGRESQL -> words.begin("COPY") && copiesToOrRuns(words);
            case MARIADB -> words.begin("USE") || words.contain("OUTFILE") || words.contain("DUMPFILE");
        };
    }

    /** To a file of the server, or through a program; to the client is only reading. */
    private static boolean copiesToOrRuns(StatementWords words) {
        return words.contain("PROGRAM") || (words.contain("TO") && !words.contain("STDOUT"));
    }

    private static boolean isOfPostgresql(SqlDialect dialect, StatementWords words) {
        if (dialect != SqlDialect.POSTGRESQL) {
            return false;
        }
        if (words.begin("GRANT") || words.begin("REVOKE")) {
            int on = words.indexOf("ON");
            // without ON it is about who belongs to which role
            return on < 0 || isOfTheServer(dialect, words.at(on + 1));
        }
        if (words.begin("COMMENT", "ON")) {
            return isOfTheServer(dialect, words.at(2));
        }
        if (words.begin("REASSIGN", "OWNED") || words.begin("DROP", "OWNED")) {
            return true;
        }
        boolean mapping = words.at(2).equals("MAPPING");
        return changes(words) && isOfTheServer(dialect, words.at(1)) && !mapping;
    }

    private static boolean isOfMariadb(StatementWords words) {
        // a function of a shared library is one of all databases
        if (ADMINISTRATION.contains(words.at(0)) || (words.begin("CREATE") && words.contain("SONAME"))) {
            return true;
        }
        if (words.begin("SET")) {
            return setsTheServer(words);
        }
        if (!changes(words)) {
            return false;
        }
        int object = words.begin("CREATE", "OR", "REPLACE") ? 3 : 1;
        // without a name it is the database that the statement is sent to
        boolean own = words.begin("ALTER")
                && Set.of("CHARACTER", "CHARSET", "COLLATE", "DEFAULT").contains(words.at(2));
        return isOfTheServer(SqlDialect.MARIADB, words.at(object)) && !own;
    }

    private static boolean setsTheServer(StatementWords words) {
        boolean rights = words.at(1).equals("PASSWORD") || words.begin("SET", "DEFAULT", "ROLE");
        return rights || words.contain("GLOBAL") || words.contain("PERSIST") || words.contain("PERSIST_ONLY");
    }

    private static boolean changes(StatementWords words) {
        return CHANGES.contains(words.at(0));
    }

    private static boolean isOfTheServer(SqlDialect dialect, String object) {
        return OF_THE_SERVER.getOrDefault(dialect, Set.of()).contains(object);
    }

    private static boolean callsAny(Set<String> functions, SqlDialect dialect, String sql) {
        if (functions.isEmpty()) {
            return false;
        }
        SqlLexer lexer = new SqlLexer(new TextWindow(sql), dialect, new SqlProblems("a single statement"));
        lexer.skipNoise();
        String before = "";
        for (Token token = lexer.read(); token != Token.END; token = lexer.read()) {
            String word = token == Token.WORD ? lexer.keyword() : "";
            if (functions.contains(word) && lexer.following() == '(' && !BEFORE_TABLES.contains(before)) {
                return true;
            }
            before = word;
            lexer.skipNoise();
        }
        return false;
    }
}
