package dev.switchback.core.usecase.schema;

import dev.switchback.core.domain.MigrationStep;
import java.util.List;

/** The migrations as an empty database would run them. */
public interface MigrationSteps {

    /** All that the files offer. */
    List<MigrationStep> all();

    /**
     * Those that the database has had.
     *
     * @throws dev.switchback.api.error.HistoryMismatchException if files and history do not fit
     */
    List<MigrationStep> applied();

    /**
     * The same with the repeatable ones that are pending: after a downgrade they are, and what they have made may still be
     * there.
     *
     * @return empty if no repeatable one is pending
     * @throws dev.switchback.api.error.HistoryMismatchException if files and history do not fit
     */
    List<MigrationStep> appliedAndRepeatable();
}
