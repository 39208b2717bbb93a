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
                definition,
                List.of(),
                comment.map(H2ScriptReader::string),
                Set.of()));
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
