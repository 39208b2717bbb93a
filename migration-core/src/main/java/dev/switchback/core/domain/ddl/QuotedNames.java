package dev.switchback.core.domain.ddl;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** How names are quoted in a dialect, and when they need not be. */
final class QuotedNames {

    /** Names in backticks; upper and lower case as in the catalog, for it is never folded. */
    static final QuotedNames MARIADB = new QuotedNames(
            "`",
            Lexemes::ofMariadb,
            Pattern.compile("[a-zA-Z_][a-zA-Z0-9_]*").asMatchPredicate(),
            word -> ReservedWords.MARIADB.contains(word.toUpperCase(Locale.ROOT)));

    /**
     * Names in double quotes. Only names in upper case go without: these are the same whether the database folds to upper
     * case or not at all. Where it folds to lower case, it is only H2 itself that gives names in upper case.
     */
    static final QuotedNames H2 = new QuotedNames(
            "\"",
            Lexemes::ofStandard,
            Pattern.compile("[A-Z_][A-Z0-9_]*").asMatchPredicate(),
            word -> ReservedWords.H2.contains(word) || H2MadeUpName.is(word));

    private final String quote;
    private final Function<String, List<String>> lexemes;
    private final Predicate<String> simple;
    private final Predicate<String> reserved;

    private QuotedNames(
            String quote,
            Function<String, List<String>> lexemes,
            Predicate<String> simple,
            Predicate<String> reserved) {
        this.quote = quote;
        this.lexemes = lexemes;
        this.simple = simple;
        this.reserved = reserved;
    }

    /** A name in quotes. */
    String quote(String name) {
        return quote + name.replace(quote, quote + quote) + quote;
    }

    /** A name in quotes if it needs them. */
    String plain(String name) {
        return needsQuotes(name) ? quote(name) : name;
    }

    /** A statement whose names are all quoted, as a person writes it: with quotes only where they are needed. */
    String relaxed(String sql) {
        StringBuilder text = new StringBuilder();
        for (String lexeme : lexemes.apply(sql)) {
            boolean name = lexeme.startsWith(quote) && Lexemes.isName(lexeme);
            if (name && !text.isEmpty() && text.charAt(text.length() - 1) == ',') {
                text.append(' ');
            }
            text.append(name ? plain(Lexemes.name(lexeme)) : lexeme);
        }
        return text.toString();
    }

    private boolean needsQuotes(String name) {
        return !simple.test(name) || reserved.test(name);
    }
}
