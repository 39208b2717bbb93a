package dev.switchback.core.jdbc.inspect;

import dev.switchback.core.domain.ddl.SqliteNames;
import dev.switchback.core.domain.ddl.SqliteText;
import dev.switchback.core.domain.ddl.SqliteToken;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The names of the tables and views of one database, and of their columns. */
final class SqliteCatalog {

    /**
     * A table or a view.
     *
     * @param name its name
     * @param columns its columns; of a view none
     * @param key the columns of its primary key
     */
    record Relation(String name, List<String> columns, List<String> key) {}

    private final Map<String, Relation> relations = new HashMap<>();

    void add(Relation relation) {
        relations.put(SqliteNames.folded(relation.name()), relation);
    }

    Optional<Relation> find(String name) {
        return Optional.ofNullable(relations.get(SqliteNames.folded(name)));
    }

    /** The tables and views that a text names. */
    List<Relation> mentioned(List<SqliteToken> tokens) {
        return tokens.stream()
                .filter(t -> t.kind() == SqliteToken.Kind.WORD || t.kind() == SqliteToken.Kind.NAME)
                .flatMap(t -> find(t.name()).stream())
                .distinct()
                .toList();
    }

    /** Writes texts with the names of what they mention. */
    SqliteText text(List<SqliteToken> tokens) {
        return new SqliteText(names(mentioned(tokens)));
    }

    private static List<String> names(List<Relation> mentioned) {
        List<String> names = new ArrayList<>();
        mentioned.forEach(r -> names.add(r.name()));
        mentioned.forEach(r -> names.addAll(r.columns()));
        return names;
    }
}
