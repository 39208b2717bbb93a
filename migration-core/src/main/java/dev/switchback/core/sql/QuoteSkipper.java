package dev.switchback.core.sql;

/** Goes past quoted text of every kind. */
final class QuoteSkipper {
    private final TextWindow text;
    private final SqlProblems problems;

    QuoteSkipper(TextWindow text, SqlProblems problems) {
        this.text = text;
        this.problems = problems;
    }

    /** Goes past the quoted text that begins at the current character; a doubled quote does not end it. */
    void skip(char closing, boolean backslashEscapes) {
        int from = text.line();
        text.advance();
        while (!text.atEnd()) {
            int c = text.peek();
            text.advance();
            if (c == closing && (closing == ']' || text.peek() != closing)) {
                return;
            }
            if (c == closing || (c == '\\' && backslashEscapes)) {
                text.advance();
            }
        }
        throw problems.unclosed(from, "the quoted text", String.valueOf(closing));
    }

    /** Goes past the dollar-quoted text at the current character, if there is one. */
    boolean skipDollarQuoted(boolean tagged) {
        int length = tagged ? tagLength() : 0;
        if (text.peek(length + 1) != '$') {
            return false;
        }
        int from = text.line();
        StringBuilder quote = new StringBuilder();
        for (int i = 0; i <= length + 1; i++) {
            quote.append((char) text.peek());
            text.advance();
        }
        String closing = quote.toString();
        while (!text.startsWith(closing)) {
            if (text.atEnd()) {
                throw problems.unclosed(from, "the dollar-quoted text", closing);
            }
            text.advance();
        }
        text.advance(closing.length());
        return true;
    }

    private int tagLength() {
        int length = 0;
        while (Characters.isNamePart(text.peek(length + 1)) && !(length == 0 && Characters.isDigit(text.peek(1)))) {
            length++;
        }
        return length;
    }
}
