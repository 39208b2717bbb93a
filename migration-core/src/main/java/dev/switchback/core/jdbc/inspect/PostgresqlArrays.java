package dev.switchback.core.jdbc.inspect;

import dev.switchback.core.domain.ddl.Lexemes;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Lists in expressions of PostgreSQL, as {@code state IN ('a', 'b')} becomes one. Of a varchar, the first time it is given
 * back as {@code ARRAY['a'::character varying, 'b'::character varying]::text[]}; if that is run, it is taken for {@code
 * ARRAY['a'::character varying::text, 'b'::character varying::text]}, and is that from then on. Both are the same, so the
 * second, which stays what it is, is taken for both.
 */
final class PostgresqlArrays {

    private static final String NAME = "(?:\"(?:[^\"]|\"\")+\"|\\w+)";
    private static final String TYPE =
            NAME + "(?:\\." + NAME + ")?(?: varying| precision)?(?:\\([\\d,]+\\))?(?: with(?:out)? time zone)?";
    private static final Pattern CAST = Pattern.compile("::(" + TYPE + ")\\[]");
    private static final Pattern CASTS_OF_ELEMENT = Pattern.compile("(?:::" + TYPE + "(?:\\[])?)+$");

    private PostgresqlArrays() {}

    /** The same expression, or a text with expressions in it, with the type of each list at its elements. */
    static String canonical(String text) {
        return text.contains("ARRAY[") && text.contains("]::") ? canonical(Lexemes.ofStandard(text)) : text;
    }

    private static String canonical(List<String> lexemes) {
        StringBuilder result = new StringBuilder();
        int at = 0;
        while (at < lexemes.size()) {
            int close = lexemes.get(at).equals("ARRAY") ? closing(lexemes, at + 1) : -1;
            if (close < 0) {
                result.append(lexemes.get(at++));
                continue;
            }
            List<String> elements = elements(lexemes.subList(at + 2, close));
            Matcher cast = CAST.matcher(String.join("", lexemes.subList(close + 1, lexemes.size())));
            // the type of a list of lists is not that of its elements, and an empty one has none that could carry it
            boolean moves = cast.lookingAt() && elements.stream().noneMatch(e -> e.isEmpty() || e.startsWith("ARRAY["));
            List<String> written = moves
                    ? elements.stream().map(e -> element(e, cast.group(1))).toList()
                    : elements;
            result.append("ARRAY[").append(String.join(", ", written)).append(']');
            at = close + 1;
            for (int skipped = 0; moves && skipped < cast.end(); at++) {
                skipped += lexemes.get(at).length();
            }
        }
        return result.toString();
    }

    /** What is more than a value, a column or a call is in parentheses before its type. */
    private static String element(String element, String type) {
        boolean simple =
                depthZero(CASTS_OF_ELEMENT.matcher(element).replaceFirst("")).noneMatch(String::isBlank);
        return (simple ? element : "(" + element + ")") + "::" + type;
    }

    private static Stream<String> depthZero(String text) {
        List<String> outside = new ArrayList<>();
        int depth = 0;
        for (String lexeme : Lexemes.ofStandard(text)) {
            depth += step(lexeme);
            if (depth == 0) {
                outside.add(lexeme);
            }
        }
        return outside.stream();
    }

    private static int step(String lexeme) {
        return switch (lexeme) {
            case "(", "[" -> 1;
            case ")", "]" -> -1;
            default -> 0;
        };
    }

    /** The index of the bracket that closes the one at an index; negative if there is none. */
    private static int closing(List<String> lexemes, int open) {
        if (open >= lexemes.size() || !lexemes.get(open).equals("[")) {
            return -1;
        }
        int depth = 0;
        for (int i = open; i < lexemes.size(); i++) {
            depth += step(lexemes.get(i));
            if (depth == 0) {
                return i;
            }
        }
        return -1;
    }

    private static List<String> elements(List<String> lexemes) {
        List<String> elements = new ArrayList<>();
        int depth = 0;
        int begin = 0;
        for (int i = 0; i <= lexemes.size(); i++) {
            if (i == lexemes.size() || (depth == 0 && lexemes.get(i).equals(","))) {
                elements.add(canonical(lexemes.subList(begin, i)).strip());
                begin = i + 1;
            } else {
                depth += step(lexemes.get(i));
            }
        }
        return elements;
    }
}
