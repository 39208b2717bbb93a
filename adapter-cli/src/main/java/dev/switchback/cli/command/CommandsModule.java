package dev.switchback.cli.command;

import dagger.Binds;
import dagger.Module;
import dagger.multibindings.IntoSet;

/** The commands. */
@Module
public interface CommandsModule {

    @Binds
    @IntoSet
    Command autoUpgrade(AutoUpgradeCommand command);

    @Binds
    @IntoSet
    Command check(CheckCommand command);

    @Binds
    @IntoSet
    Command config(ConfigCommand command);

    @Binds
    @IntoSet
    Command create(CreateCommand command);

    @Binds
    @IntoSet
    Command current(CurrentCommand command);

    @Binds
    @IntoSet
    Command diff(DiffCommand command);

    @Binds
    @IntoSet
    Command downgrade(DowngradeCommand command);

    @Binds
    @IntoSet
    Command engines(EnginesCommand command);

    @Binds
    @IntoSet
    Command export(ExportCommand command);

    @Binds
    @IntoSet
    Command help(HelpCommand command);

    @Binds
    @IntoSet
    Command history(HistoryCommand command);

    @Binds
    @IntoSet
    Command init(InitCommand command);

    @Binds
    @IntoSet
    Command inspect(InspectCommand command);

    @Binds
    @IntoSet
    Command lock(LockCommand command);

    @Binds
    @IntoSet
    Command plan(PlanCommand command);

    @Binds
    @IntoSet
    Command repair(RepairCommand command);

    @Binds
    @IntoSet
    Command stamp(StampCommand command);

    @Binds
    @IntoSet
    Command status(StatusCommand command);

    @Binds
    @IntoSet
    Command upgrade(UpgradeCommand command);

    @Binds
    @IntoSet
    Command version(VersionCommand command);

    @Binds
    @IntoSet
    Command await(WaitCommand command);

    @Binds
    @IntoSet
    Command completion(CompletionCommand command);

    @Binds
    @IntoSet
    Command doctor(DoctorCommand command);

    @Binds
    @IntoSet
    Command engine(EngineCommand command);

    @Binds
    @IntoSet
    Command heads(HeadsCommand command);

    @Binds
    @IntoSet
    Command rebase(RebaseCommand command);

    @Binds
    @IntoSet
    Command show(ShowCommand command);
}
