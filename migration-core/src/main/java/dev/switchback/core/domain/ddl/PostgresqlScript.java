package dev.switchback.core.domain.ddl;

import dev.switchback.core.domain.schema.DdlStatement;
import dev.switchback.core.domain.schema.DdlStatement.Risk;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A script for PostgreSQL while it is put together: statements by the phase in which they run. */
final class PostgresqlScript {

    /** The phases in their order. First what is in the way is taken off, from the outside in; at last it is put back. */
    enum Phase {
        DROP_TRIGGERS,
        DROP_VIEWS,
        DROP_FOREIGN_KEYS,
        DROP_CONSTRAINTS,
        DROP_INDEXES,
        DETACH_EXPRESSIONS,
        DETACH_COLUMNS,
        DROP_TABLES_THAT_CALL,
        DROP_ROUTINES,
        DROP_TABLES_IN_THE_WAY,
        RENAMES,
        TYPES_AND_ROUTINES,
        CREATE_TABLES,
        ALTER_TABLES,
        ALTER_PARTITIONS,
        DROP_COLUMNS,
        ADD_CONSTRAINTS,
        CREATE_INDEXES,
        ADD_FOREIGN_KEYS,
        DROP_TABLES,
        VIEWS_AND_ROUTINES,
        CREATE_TRIGGERS,
        DROP_THE_REST
    }

    private final Map<Phase, List<DdlStatement>> phases = new EnumMap<>(Phase.class);

    void add(Phase phase, DdlStatement statement) {
        phases.computeIfAbsent(phase, p -> new ArrayList<>()).add(statement);
    }

    void add(Phase phase, String sql) {
        add(phase, DdlStatement.of(sql));
    }

    /** One that fails if rows do not fit. */
    void addRejecting(Phase phase, String sql, String note) {
        add(phase, new DdlStatement(sql, Risk.REJECTS_ROWS, Optional.of(note)));
    }

    /** One that throws something away. */
    void addLosing(Phase phase, String sql, String note) {
        add(phase, new DdlStatement(sql, Risk.LOSES_DATA, Optional.of(note)));
    }

    /** One that drops rows or values, and says which. */
    void addDropping(Phase phase, String sql, String what) {
        add(phase, DdlStatement.dropping(sql, what));
    }

    List<DdlStatement> statements() {
        return phases.values().stream()
                .flatMap(List::stream)
                .map(CarriageReturns.POSTGRESQL::escaped)
                .toList();
    }
}
