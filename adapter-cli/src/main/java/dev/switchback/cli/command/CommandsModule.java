package dev.switchback.cli.command;

import dagger.Binds;
import dagger.Module;
import dagger.multibindings.IntoMap;
import dagger.multibindings.StringKey;

/** The commands, by the names that they give themselves. */
@Module
public interface CommandsModule {

    @Binds
    @IntoMap
    @StringKey("auto-upgrade")
    Command autoUpgrade(AutoUpgradeCommand command);

    @Binds
    @IntoMap
    @StringKey("check")
    Command check(CheckCommand command);

    @Binds
    @IntoMap
    @StringKey("config")
    Command config(ConfigCommand command);

    @Binds
    @IntoMap
    @StringKey("create")
    Command create(CreateCommand command);

    @Binds
    @IntoMap
    @StringKey("current")
    Command current(CurrentCommand command);

    @Binds
    @IntoMap
    @StringKey("diff")
    Command diff(DiffCommand command);

    @Binds
    @IntoMap
    @StringKey("downgrade")
    Command downgrade(DowngradeCommand command);

    @Binds
    @IntoMap
    @StringKey("engines")
    Command engines(EnginesCommand command);

    @Binds
    @IntoMap
    @StringKey("export")
    Command export(ExportCommand command);

    @Binds
    @IntoMap
    @StringKey("help")
    Command help(HelpCommand command);

    @Binds
    @IntoMap
    @StringKey("history")
    Command history(HistoryCommand command);

    @Binds
    @IntoMap
    @StringKey("init")
    Command init(InitCommand command);

    @Binds
    @IntoMap
    @StringKey("inspect")
    Command inspect(InspectCommand command);

    @Binds
    @IntoMap
    @StringKey("lock")
    Command lock(LockCommand command);

    @Binds
    @IntoMap
    @StringKey("plan")
    Command plan(PlanCommand command);

    @Binds
    @IntoMap
    @StringKey("repair")
    Command repair(RepairCommand command);

    @Binds
    @IntoMap
    @StringKey("stamp")
    Command stamp(StampCommand command);

    @Binds
    @IntoMap
    @StringKey("status")
    Command status(StatusCommand command);

    @Binds
    @IntoMap
    @StringKey("upgrade")
    Command upgrade(UpgradeCommand command);

    @Binds
    @IntoMap
    @StringKey("version")
    Command version(VersionCommand command);

    @Binds
    @IntoMap
    @StringKey("wait")
    Command await(WaitCommand command);

    @Binds
    @IntoMap
    @StringKey("completion")
    Command completion(CompletionCommand command);

    @Binds
    @IntoMap
    @StringKey("doctor")
    Command doctor(DoctorCommand command);

    @Binds
    @IntoMap
    @StringKey("engine")
    Command engine(EngineCommand command);

    @Binds
    @IntoMap
    @StringKey("heads")
    Command heads(HeadsCommand command);

    @Binds
    @IntoMap
    @StringKey("rebase")
    Command rebase(RebaseCommand command);

    @Binds
    @IntoMap
    @StringKey("show")
    Command show(ShowCommand command);
}
