package dev.switchback.core.domain.ddl;

/** Whether a definition names something. */
final class SqliteMentions {

    private SqliteMentions() {}

    /** Whether a name occurs in a text, however it is spelled; that it means something else there is possible. */
    static boolean in(String text, String name) {
        String folded = SqliteNames.folded(name);
        return SqliteToken.of(text).stream()
                .filter(SqliteToken::isName)
                .anyMatch(token -> SqliteNames.folded(token.name()).equals(folded));
    }
}
