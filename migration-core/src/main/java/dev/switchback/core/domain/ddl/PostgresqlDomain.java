package dev.switchback.core.domain.ddl;

import dev.switchback.core.domain.schema.UserType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The clauses of a domain of PostgreSQL, each on a line of its own in its definition.
 *
 * @param base its type, with a collation
 * @param fallback its default
 * @param required whether it may not be null
 * @param checks its checks, by name as it is written
 */
record PostgresqlDomain(String base, Optional<String> fallback, boolean required, Map<String, String> checks) {

    private static final String DEFAULT = "DEFAULT ";
    private static final String CONSTRAINT = "CONSTRAINT ";

    static PostgresqlDomain of(UserType domain) {
        String base = "";
        Optional<String> fallback = Optional.empty();
        boolean required = false;
        Map<String, String> checks = new LinkedHashMap<>();
        for (String clause : domain.definition().split("\n    ", -1)) {
            if (clause.startsWith(DEFAULT)) {
                fallback = Optional.of(clause.substring(DEFAULT.length()));
            } else if (clause.equals("NOT NULL")) {
                required = true;
            } else if (clause.startsWith(CONSTRAINT)) {
                int check = clause.indexOf(" CHECK ");
                checks.put(clause.substring(CONSTRAINT.length(), check), clause.substring(check + 1));
            } else {
                base = base.isEmpty() ? clause : base + " " + clause;
            }
        }
        return new PostgresqlDomain(base, fallback, required, checks);
    }

    /** The clauses of {@code ALTER DOMAIN} that lead to another one with the same type. */
    List<String> changesTo(PostgresqlDomain after) {
        List<String> clauses = new ArrayList<>();
        checks.forEach((name, check) -> {
            if (!check.equals(after.checks.get(name))) {
                clauses.add("DROP CONSTRAINT " + name);
            }
        });
        if (!fallback.equals(after.fallback)) {
            clauses.add(after.fallback.map(f -> "SET DEFAULT " + f).orElse("DROP DEFAULT"));
        }
        if (required != after.required) {
            clauses.add(after.required ? "SET NOT NULL" : "DROP NOT NULL");
        }
        after.checks.forEach((name, check) -> {
            if (!check.equals(checks.get(name))) {
                clauses.add("ADD CONSTRAINT " + name + " " + check);
            }
        });
        return clauses;
    }
}
