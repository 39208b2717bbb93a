package dev.switchback.docs.faults;

import dev.switchback.api.MigrationManager;
import dev.switchback.api.Switchback;
import dev.switchback.api.config.ConfigKey;
import dev.switchback.api.event.MigrationEvent;
import dev.switchback.api.model.Target;
import java.nio.file.Path;

/**
 * A process that migrates and says how far it is, to be killed. Arguments: engine, URL, folder of the project, {@code up}
 * or {@code down}, target.
 */
public final class Child {

    /** The first migration is about to run. */
    static final String STARTED = "started";

    /** A migration is done. */
    static final String DONE = "done ";

    private Child() {}

    /** Runs one command. */
    public static void main(String[] args) {
        try (MigrationManager manager = Switchback.configure()
                .engine(args[0])
                .databaseUrl(args[1])
                .baseDir(Path.of(args[2]))
                .dirs("migrations")
                .set(ConfigKey.POOL, "false")
                .listener(Child::tell)
                .open()) {
            Target target = Target.parse(args[4]);
            if (args[3].equals("up")) {
                manager.upgrade(target);
            } else {
                manager.downgrade(target);
            }
        }
    }

    private static void tell(MigrationEvent event) {
        if (event instanceof MigrationEvent.RunStarted) {
            System.out.println(STARTED);
        } else if (event instanceof MigrationEvent.MigrationFinished finished) {
            System.out.println(DONE + finished.migration().script());
        }
        System.out.flush();
    }
}
