package dev.switchback.core.jdbc.inspect;

import dev.switchback.core.domain.ddl.Lexemes;
import dev.switchback.core.domain.schema.Dependency;
import dev.switchback.core.domain.schema.ObjectName;
import dev.switchback.core.domain.schema.SchemaObject;
import dev.switchback.core.domain.schema.Sequence;
import dev.switchback.core.domain.schema.View;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Collects what one database holds. */
final class MariadbCatalog {

    private final Connection connection;
    private final String database;
    private final MariadbCollations collations;
    private final MariadbDefinitions definitions;
    private final List<SchemaObject> objects = new ArrayList<>();
    private final List<String> unsupported = new ArrayList<>();

    private final MariadbModes modes;

    private MariadbCatalog(
            Connection connection, String database, MariadbCollations collations, String version, MariadbModes modes) {
        this.connection = connection;
        this.database = database;
        this.collations = collations;
        this.definitions = new MariadbDefinitions(connection, version);
        this.modes = modes;
    }

    static MariadbCatalog of(Connection connection, MariadbModes modes) throws SQLException {
        List<String> row = CatalogRows.of(connection, "SELECT DATABASE(), @@collation_database, VERSION()")
                .get(0);
        return new MariadbCatalog(
                connection, row.get(0), MariadbCollations.of(connection, row.get(1)), row.get(2), modes);
    }

    List<String> unsupported() {
        return List.copyOf(unsupported);
    }

    List<SchemaObject> objects(Set<String> ignored) throws SQLException {
        Set<String> left =
                ignored.stream().map(n -> n.toLowerCase(Locale.ROOT)).collect(Collectors.toCollection(TreeSet::new));
        Set<String> tables = new TreeSet<>();
        Set<String> views = new TreeSet<>();
        Set<String> sequences = new TreeSet<>();
        for (List<String> row : CatalogRows.of(connection, "SHOW FULL TABLES")) {
            if (!left.contains(row.get(0).toLowerCase(Locale.ROOT))) {
                (switch (row.get(1)) {
                            case "VIEW" -> views;
                            case "SEQUENCE" -> sequences;
                            default -> tables;
                        })
                        .add(row.get(0));
            }
        }
        definitions.of("TABLE", tables, 2).forEach((table, sql) -> table(table, sql, sequences, left));
        definitions.of("SEQUENCE", sequences, 2).forEach((sequence, sql) -> {
            String options = sql.substring(sql.indexOf("` ") + 2).replaceFirst(" ENGINE=InnoDB$", "");
            objects.add(new Sequence(ObjectName.of(sequence), options, Optional.empty()));
        });
        definitions.of("VIEW", views, 2).forEach((view, sql) -> view(view, sql, tables, views));
        MariadbPrograms programs = new MariadbPrograms(connection, database, definitions, modes, left);
        objects.addAll(programs.read());
        unsupported.addAll(programs.unsupported());
        return List.copyOf(objects);
    }

    private void table(String name, String sql, Set<String> sequences, Set<String> left) {
        if (MariadbTableReader.isElsewhere(sql)) {
            // no word of its definition, in which a password may be; its triggers need it
            unsupported.add("table " + name + ", whose rows are elsewhere");
            left.add(name.toLowerCase(Locale.ROOT));
            return;
        }
        MariadbTableReader.Read read =
                MariadbTableReader.read(name, MariadbText.without(database, sql), collations, sequences);
        objects.add(read.table());
        unsupported.addAll(read.unsupported());
    }

    /** The catalog does not say what a view reads, but its text has all names in quotes. */
    private void view(String name, String sql, Set<String> tables, Set<String> views) {
        String definition = withoutDefaults(MariadbText.without(database, sql));
        Set<Dependency> reads = Lexemes.ofMariadb(definition).stream()
                .filter(Lexemes::isName)
                .map(Lexemes::name)
                .filter(n -> !n.equals(name) && (tables.contains(n) || views.contains(n)))
                .map(n -> new Dependency(ObjectName.of(n), Optional.empty()))
                .collect(Collectors.toSet());
        objects.add(new View(ObjectName.of(name), false, definition, List.of(), Optional.empty(), reads));
    }

    private static String withoutDefaults(String sql) {
        return MariadbPrograms.withoutDefiner(sql)
                .replaceFirst("^CREATE ALGORITHM=UNDEFINED ", "CREATE ")
                .replaceFirst("^(CREATE (?:ALGORITHM=\\w+ )?)SQL SECURITY DEFINER ", "$1");
    }
}
