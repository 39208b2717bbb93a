package dev.switchback.core.domain.ddl;

import dev.switchback.core.domain.schema.DdlStatement;
import dev.switchback.core.domain.schema.DdlStatement.Risk;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What one statement does, clause by clause, and what that can do to rows. */
final class Clauses {

    private final List<String> clauses = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private Risk risk = Risk.NONE;

    void add(String clause) {
        clauses.add(clause);
    }

    void add(String clause, Risk itsRisk, String note) {
        clauses.add(clause);
        if (itsRisk != Risk.NONE) {
            risk = itsRisk.compareTo(risk) > 0 ? itsRisk : risk;
            notes.add(note);
        }
    }

    /** The statement, if there is anything to do: one clause in its line, several in lines of their own. */
    Optional<DdlStatement> statement(String head) {
        if (clauses.isEmpty()) {
            return Optional.empty();
        }
        String sql =
                clauses.size() == 1 ? head + " " + clauses.get(0) : head + "\n    " + String.join(",\n    ", clauses);
        return Optional.of(new DdlStatement(sql, risk, note()));
    }

    private Optional<String> note() {
        return notes.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", notes));
    }
}
