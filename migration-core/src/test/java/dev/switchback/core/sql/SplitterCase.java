package dev.switchback.core.sql;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A script and what it has to be split into, from the file of its dialect beside this class. There, a line of
 * {@code ====} and a name begins a case; then comes the script; {@code >>>> line n} begins a statement that has to
 * come out, {@code >>>> rows} the rows of the COPY before it, and {@code >>>> error line n: …} is the beginning of the
 * message of the problem. After {@code | flyway:} stands why Flyway's parser does otherwise.
 *
 * @param flywayDiffers why Flyway splits it otherwise, if it does
 * @param problem the beginning of the message after the file's name, if the script has to be refused
 */
public record SplitterCase(
        SqlDialect dialect,
        String name,
        Optional<String> flywayDiffers,
        String script,
        List<SqlStatement> statements,
        Optional<String> problem) {
    private static final String FLYWAY = " | flyway: ";
    private static final String OUTCOME = "(?m)^>>>> ";

    /** Copies the list. */
    public SplitterCase {
        statements = List.copyOf(statements);
    }

    /** All cases of one dialect. */
    public static List<SplitterCase> of(SqlDialect dialect) {
        List<SplitterCase> cases = new ArrayList<>();
        for (String block : read(dialect).split("(?m)^==== ", -1)) {
            if (!block.isEmpty()) {
                cases.add(parse(dialect, block));
            }
        }
        return cases;
    }

    private static SplitterCase parse(SqlDialect dialect, String block) {
        int headEnd = block.indexOf('\n');
        String[] head = block.substring(0, headEnd).split(Pattern.quote(FLYWAY), 2);
        String[] parts = block.substring(headEnd + 1).split(OUTCOME, -1);
        List<SqlStatement> statements = new ArrayList<>();
        Optional<String> problem = Optional.empty();
        for (int i = 1; i < parts.length; i++) {
            String text = parts[i].substring(parts[i].indexOf('\n') + 1);
            String kind = parts[i].substring(0, parts[i].indexOf('\n'));
            if (kind.startsWith("error line ")) {
                problem = Optional.of(kind.substring("error line ".length()));
            } else if (kind.equals("rows")) {
                SqlStatement copy = statements.remove(statements.size() - 1);
                statements.add(new SqlStatement(copy.index(), copy.line(), copy.sql(), Optional.of(CopyData.of(text))));
            } else {
                int line = Integer.parseInt(kind.substring("line ".length()));
                statements.add(new SqlStatement(statements.size() + 1, line, text.strip(), Optional.empty()));
            }
        }
        return new SplitterCase(
                dialect,
                head[0],
                head.length > 1 ? Optional.of(head[1]) : Optional.empty(),
                parts[0],
                statements,
                problem);
    }

    private static String read(SqlDialect dialect) {
        String name = dialect.name().toLowerCase(Locale.ROOT) + ".txt";
        try (InputStream in = Objects.requireNonNull(SplitterCase.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How the case is shown in a test report. */
    @Override
    public String toString() {
        return dialect + ": " + name;
    }
}
