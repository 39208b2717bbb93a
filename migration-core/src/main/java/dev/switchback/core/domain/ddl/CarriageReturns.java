package dev.switchback.core.domain.ddl;

import dev.switchback.core.domain.schema.DdlStatement;

/**
 * Carriage returns in strings as the escapes that stand for them: of a file the line ends do not count, so that one in
 * the text of a migration would be gone when it runs.
 */
enum CarriageReturns {
    /** As in {@code E'one\r\ntwo'}. */
    POSTGRESQL("E", "\\r"),
    /** As in {@code U&'one\000d\000atwo'}. */
    H2("U&", "\\000d");

    private static final String RETURN = "\r";

    private final String prefix;
    private final String escape;

    CarriageReturns(String prefix, String escape) {
        this.prefix = prefix;
        this.escape = escape;
    }

    /** The statement with the same strings. */
    DdlStatement escaped(DdlStatement statement) {
        return statement.sql().contains(RETURN)
                ? new DdlStatement(escaped(statement.sql()), statement.risk(), statement.note())
                : statement;
    }

    private String escaped(String sql) {
        StringBuilder text = new StringBuilder();
        String before = "";
        for (String lexeme : Lexemes.ofStandard(sql)) {
            boolean string = lexeme.startsWith("'") && lexeme.contains(RETURN);
            text.append(string ? string(lexeme, prefix.endsWith(before) && !before.isEmpty()) : lexeme);
            before = lexeme;
        }
        return text.toString();
    }

    private String string(String literal, boolean hasEscapes) {
        return (hasEscapes ? literal : prefix + literal.replace("\\", "\\\\")).replace(RETURN, escape);
    }
}
