package dev.switchback.core.source;

import dev.switchback.core.sql.ScriptText;
import java.util.ArrayList;
import java.util.List;

/**
 * The comments before the first statement of a script. Independent of the dialect: whatever is a comment in one of them
 * is taken for one, which is right because no statement begins with such characters in any other.
 */
final class ScriptHeader {

    /**
     * A comment to the end of the line.
     *
     * @param line where it stands, from 1
     * @param text what follows the two dashes
     */
    record LineComment(int line, String text) {}

    /** How much of a script is looked at, if it does not turn out to be too little. */
    private static final int LONGEST = 1 << 16;

    private final String text;
    private final List<LineComment> comments = new ArrayList<>();
    private int at;
    private int line = 1;

    private ScriptHeader(String text) {
        this.text = text;
    }

    static ScriptHeader read(ScriptText script) {
        if (script.size() > LONGEST) {
            String beginning = script.beginning(LONGEST);
            ScriptHeader header = read(beginning);
            boolean isWhole = header.at < beginning.length() - 2 && !beginning.startsWith("/*", header.at);
            if (isWhole) {
                return header;
            }
        }
        return read(script.string());
    }

    private static ScriptHeader read(String text) {
        ScriptHeader header = new ScriptHeader(text);
        while (header.skipOne()) {
            // goes on to the first statement
        }
        return header;
    }

    /** The comments that begin with two dashes. */
    List<LineComment> comments() {
        return List.copyOf(comments);
    }

    /** Whether a statement follows. */
    boolean hasStatement() {
        return at < text.length();
    }

    /** The line on which the first statement begins, or the last line. */
    int endLine() {
        return line;
    }

    private boolean skipOne() {
        if (at >= text.length()) {
            return false;
        }
        char c = text.charAt(at);
        if (c == '\n') {
            line++;
            at++;
        } else if (Character.isWhitespace(c) || c == ';') {
            at++;
        } else if (text.startsWith("--", at)) {
            comments.add(new LineComment(line, text.substring(at + 2, lineEnd())));
            at = lineEnd();
        } else if (c == '#' || text.startsWith("//", at)) {
            at = lineEnd();
        } else {
            return skipBlock();
        }
        return true;
    }

    private int lineEnd() {
        int end = text.indexOf('\n', at);
        return end < 0 ? text.length() : end;
    }

    /** Goes past a block comment, unless it is one that MySQL executes, or is never closed. */
    private boolean skipBlock() {
        if (!text.startsWith("/*", at) || text.startsWith("/*!", at) || text.startsWith("/*M!", at)) {
            return false;
        }
        int depth = 0;
        int lines = 0;
        for (int i = at; i < text.length(); i++) {
            if (text.startsWith("/*", i)) {
                depth++;
                i++;
            } else if (text.startsWith("*/", i)) {
                depth--;
                i++;
            } else if (text.charAt(i) == '\n') {
                lines++;
            }
            if (depth == 0) {
                at = i + 1;
                line += lines;
                return true;
            }
        }
        return false;
    }
}
