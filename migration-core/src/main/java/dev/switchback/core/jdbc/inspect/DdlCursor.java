package dev.switchback.core.jdbc.inspect;

import dev.switchback.core.domain.ddl.Lexemes;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads canonical DDL from left to right. White space is skipped, but kept within the texts that are taken. */
final class DdlCursor {

    private final List<String> lexemes;
    private int at;

    DdlCursor(List<String> lexemes) {
        this.lexemes = lexemes;
        skipSpace();
    }

    boolean atEnd() {
        return at >= lexemes.size();
    }

    /** The part that comes next, in upper case if it is a word; empty at the end. */
    String peek() {
        return atEnd() ? "" : lexemes.get(at).toUpperCase(Locale.ROOT);
    }

    /** The next part as it stands. */
    String take() {
        String lexeme = atEnd() ? "" : lexemes.get(at);
        at++;
        skipSpace();
        return lexeme;
    }

    /** The next part, which is a name. */
    String takeName() {
        return Lexemes.name(take());
    }

    /** Takes these words if they come next. */
    boolean accept(String... words) {
        int before = at;
        for (String word : words) {
            if (!peek().equals(word)) {
                at = before;
                return false;
            }
            take();
        }
        return true;
    }

    /** What is in the parentheses that open here, with them. */
    String takeGroup() {
        int close = Lexemes.closing(lexemes, at);
        String text = String.join("", lexemes.subList(at, close + 1));
        at = close + 1;
        skipSpace();
        return text;
    }

    /** All parts up to one of these words, at least one, parentheses as a whole. */
    String takeUntil(Set<String> words) {
        StringBuilder text = new StringBuilder();
        do {
            int before = at;
            if (peek().equals("(")) {
                takeGroup();
            } else {
                take();
            }
            text.append(String.join("", lexemes.subList(before, Math.min(at, lexemes.size()))));
        } while (!atEnd() && !words.contains(peek()));
        return text.toString().strip();
    }

    /** What is left. */
    String rest() {
        String text = String.join("", lexemes.subList(Math.min(at, lexemes.size()), lexemes.size()));
        at = lexemes.size();
        return text.strip();
    }

    /** The names in the parentheses that open here, without going on. */
    List<String> namesInGroup() {
        return lexemes.subList(at, Lexemes.closing(lexemes, at) + 1).stream()
                .filter(Lexemes::isName)
                .map(Lexemes::name)
                .toList();
    }

    /** The text of a string literal, if one comes next. */
    Optional<String> acceptString() {
        return peek().startsWith("'") ? Optional.of(take()) : Optional.empty();
    }

    private void skipSpace() {
        while (at < lexemes.size() && lexemes.get(at).isBlank()) {
            at++;
        }
    }
}
