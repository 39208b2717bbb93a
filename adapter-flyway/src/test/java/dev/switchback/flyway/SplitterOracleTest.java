package dev.switchback.flyway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.core.sql.CopyData;
import dev.switchback.core.sql.PlaceholderText;
import dev.switchback.core.sql.SplitterCase;
import dev.switchback.core.sql.SqlDialect;
import dev.switchback.core.sql.SqlSplitter;
import dev.switchback.core.sql.SqlStatement;
import dev.switchback.core.sql.SqlSyntaxProblem;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.ClassicConfiguration;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.internal.parser.Parser;
import org.flywaydb.core.internal.parser.ParsingContext;
import org.flywaydb.core.internal.parser.PlaceholderReplacingReader;
import org.flywaydb.core.internal.resource.StringResource;
import org.flywaydb.core.internal.sqlscript.SqlStatementIterator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Flyway's own parsers as the oracle of our splitter: the same scripts give the same statements on the same lines. Where
 * Flyway is known to be wrong, the script says so, and has to go on saying the truth.
 */
final class SplitterOracleTest {
    private static Stream<SplitterCase> cases() {
        return Arrays.stream(SqlDialect.values())
                .flatMap(dialect -> SplitterCase.of(dialect).stream())
                .filter(example -> example.problem().isEmpty());
    }

    private static Stream<SplitterCase> agreed() {
        return cases().filter(example -> example.flywayDiffers().isEmpty());
    }

    private static Stream<SplitterCase> disputed() {
        return cases().filter(example -> example.flywayDiffers().isPresent());
    }

    @ParameterizedTest
    @MethodSource("agreed")
    void splitsAsFlywayDoes(SplitterCase example) throws ReflectiveOperationException {
        assertThat(difference(example)).as("%s", example).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("disputed")
    void differsFromFlywayOnlyWhereTheScriptSaysWhy(SplitterCase example) throws ReflectiveOperationException {
        assertThat(difference(example)).as("%s", example).isNotEmpty();
    }

    @Test
    void replacesPlaceholdersAsFlywayDoes() throws IOException {
        Map<String, String> values = Map.of("a", "1", "Name", "${a}", "e", "");
        for (long seed = 1; seed <= 2000; seed++) {
            Random random = new Random(seed);
            List<String> pieces = List.of("$", "{", "x", "${a}", "${NAME}", "${e}", "\n", "'", "}", "--");
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(12); i >= 0; i--) {
                text.append(pieces.get(random.nextInt(pieces.size())));
            }
            assertThat(ours(text.toString(), values))
                    .as("seed %d: %s", seed, text)
                    .isEqualTo(flyways(text.toString(), values));
        }
    }

    private static Optional<String> ours(String text, Map<String, String> values) {
        try {
            return Optional.of(PlaceholderText.of(values).replace(text, "x.sql"));
        } catch (SqlSyntaxProblem e) {
            return Optional.empty();
        }
    }

    private static Optional<String> flyways(String text, Map<String, String> values) throws IOException {
        StringWriter replaced = new StringWriter();
        try (Reader reader = new PlaceholderReplacingReader("${", "}", ":", values, new StringReader(text))) {
            reader.transferTo(replaced);
            return Optional.of(replaced.toString());
        } catch (FlywayException | StringIndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    /** What Flyway does otherwise; nothing if it does the same. */
    private static Optional<String> difference(SplitterCase example) throws ReflectiveOperationException {
        SqlSplitter splitter = SqlSplitter.of(example.dialect());
        List<SqlStatement> ours = splitter.split(example.script(), "x.sql");
        List<Parsed> theirs;
        try {
            theirs = parse(example.dialect(), example.script());
        } catch (FlywayException e) {
            return Optional.of("Flyway refuses it");
        }
        if (ours.size() != theirs.size()) {
            return Optional.of("%d statements here, %d in Flyway".formatted(ours.size(), theirs.size()));
        }
        for (int i = 0; i < ours.size(); i++) {
            if (!isSame(splitter, ours.get(i), theirs.get(i))) {
                return Optional.of("here %s, in Flyway %s".formatted(ours.get(i), theirs.get(i)));
            }
        }
        return Optional.empty();
    }

    /** Flyway leaves the comments around a statement; they must be all that it has more than we have. */
    private static boolean isSame(SqlSplitter splitter, SqlStatement our, Parsed their) {
        int from = their.sql().indexOf(our.sql());
        return from >= 0
                && splitter.split(their.sql().substring(0, from), "before").isEmpty()
                && splitter.split(their.sql().substring(from + our.sql().length()), "after")
                        .isEmpty()
                && our.line() == their.line()
                && our.copyData().map(CopyData::text).equals(their.copyData());
    }

    private record Parsed(int line, String sql, Optional<String> copyData) {}

    private static List<Parsed> parse(SqlDialect dialect, String script) throws ReflectiveOperationException {
        List<Parsed> parsed = new ArrayList<>();
        try (SqlStatementIterator statements = parser(dialect).parse(new StringResource(script))) {
            while (statements.hasNext()) {
                var statement = statements.next();
                parsed.add(new Parsed(statement.getLineNumber(), statement.getSql(), copyData(statement)));
            }
        }
        return parsed;
    }

    private static Optional<String> copyData(Object statement) throws ReflectiveOperationException {
        if (!statement.getClass().getSimpleName().equals("PostgreSQLCopyParsedStatement")) {
            return Optional.empty();
        }
        Field data = statement.getClass().getDeclaredField("copyData");
        data.setAccessible(true);
        return Optional.of((String) data.get(statement));
    }

    /** The databases' artifacts are at run time only, and their parsers need no connection. */
    private static Parser parser(SqlDialect dialect) throws ReflectiveOperationException {
        String parser = switch (dialect) {
            case SQLITE -> "org.flywaydb.core.internal.database.sqlite.SQLiteParser";
            case H2 -> "org.flywaydb.core.internal.database.h2.H2Parser";
            case POSTGRESQL -> "org.flywaydb.database.postgresql.PostgreSQLParser";
            case MARIADB -> "org.flywaydb.database.mysql.mariadb.MariaDBParser";
        };
        ClassicConfiguration configuration = new ClassicConfiguration();
        configuration.setPlaceholderReplacement(false);
        return Class.forName(parser)
                .asSubclass(Parser.class)
                .getConstructor(Configuration.class, ParsingContext.class)
                .newInstance(configuration, new ParsingContext());
    }
}
