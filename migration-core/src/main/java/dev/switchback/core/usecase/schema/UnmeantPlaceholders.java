package dev.switchback.core.usecase.schema;

import dev.switchback.api.error.InvalidRequestException;
import dev.switchback.core.domain.schema.DdlStatement;
import dev.switchback.core.sql.PlaceholderText;
import dev.switchback.core.sql.SqlSyntaxProblem;
import java.util.List;
import java.util.Map;

/**
 * What a schema says of itself is no template: where <code>${name}</code> is replaced in migrations, what has it would
 * become another thing than the model says.
 */
final class UnmeantPlaceholders {

    private static final PlaceholderText NONE_IS_KNOWN = PlaceholderText.of(Map.of());

    private UnmeantPlaceholders() {}

    /**
     * Refuses a script with such a text in it.
     *
     * @param statements what would run
     * @throws InvalidRequestException names the placeholder and the statement
     */
    static void refuse(List<DdlStatement> statements) {
        for (DdlStatement statement : statements) {
            refuse(statement.sql(), statement);
            statement.note().ifPresent(note -> refuse(note, statement));
        }
    }

    private static void refuse(String text, DdlStatement statement) {
        try {
            NONE_IS_KNOWN.replace(text, "new migration");
        } catch (SqlSyntaxProblem e) {
            int from = text.indexOf("${");
            int to = text.indexOf('}', from);
            throw new InvalidRequestException(
                    "model",
                    "'" + (to < 0 ? "${" : text.substring(from, to + 1))
                            + "' would be replaced as a placeholder when the" + " migration runs: "
                            + statement.sql().lines().findFirst().orElse(""),
                    "write it in two parts in the model, such as '$' || '{name}', or set placeholders.enabled=false");
        }
    }
}
