package dev.switchback.core.port;

import dev.switchback.api.error.InvalidRequestException;
import dev.switchback.api.error.UnsupportedCapabilityException;
import dev.switchback.api.model.EngineOutput;
import dev.switchback.core.domain.MigrationScript;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** The commands of the engine's own command line, run through its library. */
public interface EngineConsole {

    /**
     * Whether a command may write more than the engine's own empty tables. Called before {@link #run}, outside the lock;
     * loads no class of the library.
     *
     * @param words the command and its options
     * @return false if it is known to look only; true for what is not known
     * @throws UnsupportedCapabilityException if the command would empty the database
     */
    boolean writes(List<String> words);

    /**
     * Runs a command. Called inside our lock, and inside of nothing else: the engine takes its own lock if it wants to.
     *
     * @param connection the connection to run it on, with auto-commit on; stays open
     * @param migrations all migrations, in the order of {@link MigrationSource}
     * @param folders the folders that they are read from
     * @param words the command and its options, as the engine's own command line takes them
     * @return what it had to say
     * @throws InvalidRequestException if there is no such command or option; names what there is
     * @throws UnsupportedCapabilityException if the command would empty the database
     * @throws SQLException if the database fails, or the engine does
     */
    EngineOutput run(Connection connection, List<MigrationScript> migrations, List<Path> folders, List<String> words)
            throws SQLException;
}
