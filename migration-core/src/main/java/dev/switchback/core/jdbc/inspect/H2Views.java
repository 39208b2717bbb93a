package dev.switchback.core.jdbc.inspect;

import dev.switchback.core.domain.ddl.Lexemes;
import dev.switchback.core.domain.schema.Dependency;
import dev.switchback.core.domain.schema.ObjectName;
import dev.switchback.core.domain.schema.View;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The views of an H2 database; what they read is taken from their text, in which H2 quotes all names. */
final class H2Views {

    private final List<View> found = new ArrayList<>();

    void view(DdlCursor cursor, boolean materialized, String sql) {
        String name = cursor.takeName();
        Optional<String> comment = cursor.accept("COMMENT") ? cursor.acceptString() : Optional.empty();
        String text = sql.replaceFirst("^CREATE FORCE ", "CREATE ");
        String definition = comment.map(c -> text.replaceFirst(Pattern.quote(" COMMENT " + c), ""))
                .orElse(text);
        found.add(new View(
                ObjectName.of(name),
                materialized,
                materialized ? definition : unqualified(definition),
                List.of(),
                comment.map(H2ScriptReader::string),
                Set.of()));
    }

    /** A view of one table: whether its columns are named with it is a matter of taste, which H2 leaves as it was. */
    private static String unqualified(String definition) {
        List<String> lexemes = new ArrayList<>(Lexemes.ofStandard(definition));
        int from = lexemes.indexOf("FROM");
        boolean one = from > 0
                && lexemes.lastIndexOf("FROM") == from
                && !lexemes.contains("JOIN")
                && (from + 3 >= lexemes.size() || lexemes.get(from + 3).contains("\n"));
        if (!one) {
            return definition;
        }
        String table = lexemes.get(from + 2);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < lexemes.size(); i++) {
            boolean qualifies = lexemes.get(i).equals(table)
                    && i + 1 < lexemes.size()
                    && lexemes.get(i + 1).equals(".");
            if (qualifies) {
                i++;
            } else {
                text.append(lexemes.get(i));
            }
        }
        return text.toString();
    }

    /** Whether a table is where the rows of a view are kept. */
    Set<String> storedIn() {
        return found.stream()
                .filter(View::materialized)
                .map(view -> view.name().name() + "$")
                .collect(Collectors.toSet());
    }

    List<View> views(Set<String> tables) {
        Set<String> names = new HashSet<>(tables);
        found.forEach(view -> names.add(view.name().name()));
        return found.stream().map(view -> withDependencies(view, names)).toList();
    }

    private static View withDependencies(View view, Set<String> names) {
        Set<Dependency> reads = Lexemes.ofStandard(view.definition()).stream()
                .map(lexeme -> Lexemes.isName(lexeme) ? Lexemes.name(lexeme) : lexeme.toUpperCase(Locale.ROOT))
                .filter(name -> names.contains(name) && !name.equals(view.name().name()))
                .map(name -> new Dependency(ObjectName.of(name), Optional.empty()))
                .collect(Collectors.toSet());
        return new View(view.name(), view.materialized(), view.definition(), view.indexes(), view.comment(), reads);
    }
}
