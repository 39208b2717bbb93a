package dev.switchback.core.domain.ddl;

import static dev.switchback.core.domain.ddl.H2Definitions.name;

import dev.switchback.core.domain.schema.DatabaseSchema;
import dev.switchback.core.domain.schema.DdlStatement.Risk;
import dev.switchback.core.domain.schema.SchemaDifference;
import dev.switchback.core.domain.schema.UserType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a change of a column's type does on H2, where a type may be a domain: that of its values is what its domain stands on. */
final class H2TypeChange {

    private static final Set<String> AFTER_TYPE = Set.of("DEFAULT", "ON", "CONSTRAINT", "CHECK");

    private final Map<String, String> before;
    private final Map<String, String> after;

    H2TypeChange(SchemaDifference difference) {
        this.before = domains(difference.from());
        this.after = domains(difference.to());
    }

    private static Map<String, String> domains(DatabaseSchema schema) {
        Map<String, String> types = new HashMap<>();
        for (UserType domain : schema.types().values()) {
            types.put(name(domain.name()), base(domain));
        }
        return types;
    }

    private static String base(UserType domain) {
        StringBuilder type = new StringBuilder();
        List<String> lexemes = Lexemes.ofStandard(domain.definition());
        for (String lexeme : lexemes) {
            if (AFTER_TYPE.contains(lexeme)) {
                break;
            }
            type.append(lexeme);
        }
        return type.toString().strip();
    }

    /** The type of the values; a domain may stand on a domain. */
    private static String resolved(String type, Map<String, String> domains) {
        String found = type;
        for (int depth = 0; depth <= domains.size() && domains.containsKey(found); depth++) {
            found = domains.getOrDefault(found, found);
        }
        return found;
    }

    Risk risk(String from, String to) {
        Risk risk = TypeChange.H2.risk(resolved(from, before), resolved(to, after));
        // a domain may have checks
        return after.containsKey(to) && (!from.equals(to) || !before.equals(after) || risk != Risk.NONE)
                ? TypeChange.greater(risk, Risk.REJECTS_ROWS)
                : risk;
    }

    /** A column that is computed is computed again, so that nothing is lost. */
    Risk riskOfComputed(String from, String to) {
        return risk(from, to) == Risk.NONE ? Risk.NONE : Risk.REJECTS_ROWS;
    }
}
