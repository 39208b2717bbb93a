package dev.switchback.core.usecase;

import dev.switchback.core.domain.MigrationStep;
import dev.switchback.core.usecase.schema.MigrationSteps;
import java.util.List;

/** The steps of the migrations in a workspace. */
record WorkspaceMigrationSteps(Workspace workspace) implements MigrationSteps {

    @Override
    public List<MigrationStep> all() {
        return workspace.allSteps();
    }

    @Override
    public List<MigrationStep> applied() {
        return workspace.appliedSteps(false);
    }

    @Override
    public List<MigrationStep> appliedAndRepeatable() {
        List<MigrationStep> all = workspace.appliedSteps(true);
        return all.size() == applied().size() ? List.of() : all;
    }
}
