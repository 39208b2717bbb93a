package dev.switchback.cli;

import dagger.BindsInstance;
import dagger.Component;
import dev.switchback.cli.command.ApiEntry;
import dev.switchback.cli.command.CommandsModule;
import dev.switchback.cli.terminal.Environment;
import dev.switchback.cli.terminal.Interruption;
import dev.switchback.cli.terminal.Terminal;
import jakarta.inject.Singleton;

/** How the CLI is put together, once per process. */
@Singleton
@Component(modules = {CommandsModule.class, RenderersModule.class})
interface CliComponent {

    /** The application. */
    Application application();

    /** What ends it before its time. */
    Interruption interruption();

    /** Takes what comes from outside. */
    @Component.Factory
    interface Factory {
        CliComponent create(
                @BindsInstance Terminal terminal, @BindsInstance Environment environment, @BindsInstance ApiEntry api);
    }
}
