package dev.switchback.api;

import dev.switchback.api.config.SchemaSource;
import dev.switchback.api.error.ConfigurationException;
import dev.switchback.api.error.DatabaseAccessException;
import dev.switchback.api.error.EngineFailureException;
import dev.switchback.api.error.HistoryMismatchException;
import dev.switchback.api.error.InvalidMigrationSourceException;
import dev.switchback.api.error.InvalidRequestException;
import dev.switchback.api.error.InvalidTargetException;
import dev.switchback.api.error.IrreversibleMigrationException;
import dev.switchback.api.error.MigrationFailedException;
import dev.switchback.api.error.MigrationLockException;
import dev.switchback.api.error.UnprovenMigrationException;
import dev.switchback.api.error.UnsupportedCapabilityException;
import dev.switchback.api.model.AppliedMigration;
import dev.switchback.api.model.AutoUpgradeResult;
import dev.switchback.api.model.CheckReport;
import dev.switchback.api.model.CreateRequest;
import dev.switchback.api.model.CreateResult;
import dev.switchback.api.model.Direction;
import dev.switchback.api.model.EngineInfo;
import dev.switchback.api.model.EngineOutput;
import dev.switchback.api.model.ExportResult;
import dev.switchback.api.model.FilesReport;
import dev.switchback.api.model.Finding;
import dev.switchback.api.model.LockStatus;
import dev.switchback.api.model.MigrationDetails;
import dev.switchback.api.model.MigrationPlan;
import dev.switchback.api.model.MigrationVersion;
import dev.switchback.api.model.PlanReference;
import dev.switchback.api.model.RebaseResult;
import dev.switchback.api.model.RepairAction;
import dev.switchback.api.model.RepairResult;
import dev.switchback.api.model.RunResult;
import dev.switchback.api.model.StampResult;
import dev.switchback.api.model.StatusReport;
import dev.switchback.api.model.Target;
import dev.switchback.api.schema.AutogenerateRequest;
import dev.switchback.api.schema.AutogenerateResult;
import dev.switchback.api.schema.SchemaComparison;
import dev.switchback.api.schema.SchemaListing;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The migration workflow on one database with one engine. Opened by {@link Switchback}.
 *
 * <p>The methods that read ({@link #status()}, {@link #history()}, {@link #current()}, {@link #check()}, {@link #plan},
 * {@link #lockStatus()}) write nothing, not even a history table, take no lock, and load no engine. The methods that change the database take
 * the migration lock, read the history again under it, and verify files and history before the first statement.
 *
 * <p>Thread-safe: methods may be called from several threads; those that change the database exclude each other.
 *
 * <p>Besides the errors named on each method, every method that connects may throw {@link DatabaseAccessException}, and
 * every method that reads migrations may throw {@link InvalidMigrationSourceException}.
 */
public interface MigrationManager extends AutoCloseable {

    /** The database beside the files: every migration with its state, what is pending, what is wrong. */
    StatusReport status();

    /** What is in effect in the database, in order of application; empty if it has no history yet. */
    List<AppliedMigration> history();

    /** The highest version in effect; empty if none is. */
    Optional<MigrationVersion> current();

    /** Compares files and history. Finding something is a normal result, not an exception. */
    CheckReport check();

    /**
     * Looks at the files only, down into each script. Connects to nothing, unless only a caller's {@code DataSource} can
     * tell what kind of database it is for.
     */
    FilesReport files();

    /**
     * One migration, with its text.
     *
     * @param migration its version, its file name, or the description of a repeatable one
     * @return the file and its row of the history
     * @throws InvalidTargetException if neither files nor history have it
     */
    MigrationDetails show(String migration);

    /**
     * Looks for whatever could stand in the way of a run: files, connection, permissions, poolers, read-only servers,
     * clocks, what killed runs left behind. Finding something is a normal result. Writes nothing.
     *
     * @return what was looked at, in order; the last one if it is of no use to go on
     */
    List<Finding> doctor();

    /**
     * Makes the plan of a run and runs nothing.
     *
     * @param direction up or down
     * @param target where it would end
     * @return the plan, with the SQL of each step
     * @throws HistoryMismatchException if files and history do not fit
     * @throws InvalidTargetException if the target does not exist or lies the other way
     * @throws IrreversibleMigrationException if a step down has no down script
     */
    MigrationPlan plan(Direction direction, Target target);

    /**
     * The version that a target stands for, whichever way it lies.
     *
     * @param target the target
     * @return the version; empty for the state before the first migration
     * @throws InvalidTargetException if the target does not exist
     * @throws dev.switchback.api.error.UnsupportedCapabilityException if it is a tag, and the engine has none
     */
    Optional<MigrationVersion> locate(Target target);

    /**
     * Who holds the migration lock at this moment, and whatever else a run would wait for: a statement that a dead run
     * has left on the server, or the engine used without Switchback. Does not take the lock.
     *
     * @return what the database, or the lock file, tells; somebody else may hold the lock by now
     */
    LockStatus lockStatus();

    /**
     * Applies everything that is pending.
     *
     * @return what it did; nothing to do is a normal result
     * @throws HistoryMismatchException if files and history do not fit
     * @throws MigrationLockException if another process migrates for longer than {@code lock.timeout}
     * @throws MigrationFailedException if a migration fails; those before it stay applied
     */
    default RunResult upgrade() {
        return upgrade(Target.head());
    }

    /**
     * Applies what is pending up to a target. Repeatable migrations run when nothing versioned is left pending.
     *
     * @param target {@code head}, a version or a unique prefix, {@code +N}, or {@code @tag}
     * @return what it did; nothing to do is a normal result
     * @throws HistoryMismatchException if files and history do not fit
     * @throws InvalidTargetException if the target does not exist or lies below the current version
     * @throws MigrationLockException if another process migrates for longer than {@code lock.timeout}
     * @throws MigrationFailedException if a migration fails; those before it stay applied
     */
    RunResult upgrade(Target target);

    /**
     * Reverts migrations, the highest version first, by their down scripts. Repeatable migrations become pending, so
     * that the next upgrade puts their objects back.
     *
     * @param target {@code -N}, the version to end at, {@code @tag}, or {@code base}
     * @return what it did
     * @throws HistoryMismatchException if files and history do not fit
     * @throws InvalidTargetException if the target does not exist or lies above the current version
     * @throws IrreversibleMigrationException if a step has no down script; nothing was touched
     * @throws MigrationLockException if another process migrates for longer than {@code lock.timeout}
     * @throws MigrationFailedException if a down script fails; what was reverted before it stays reverted
     */
    RunResult downgrade(Target target);

    /**
     * Runs a plan as it was seen, or nothing.
     *
     * @param plan from {@link #plan}, of this process or another one
     * @return what it did
     * @throws HistoryMismatchException if history, files or engine are not what they were when the plan was made, or do
     *     not fit; nothing was changed
     * @throws MigrationLockException if another process migrates for longer than {@code lock.timeout}
     * @throws MigrationFailedException if a migration fails; those before it stay
     */
    RunResult execute(PlanReference plan);

    /**
     * Upgrades to head if something is pending, and tells what it did. When nothing is pending it takes no lock.
     *
     * @return what it did
     * @throws HistoryMismatchException if files and history do not fit
     * @throws MigrationLockException if another process migrates for longer than {@code lock.timeout}
     * @throws MigrationFailedException if a migration fails
     */
    AutoUpgradeResult autoUpgrade();

    /**
     * Records a version as the current one without running a script: every versioned migration up to the target is
     * recorded as applied, every one above it is forgotten. With {@code head}, repeatable migrations are recorded too.
     *
     * @param target {@code head}, {@code base} or a version
     * @return what was recorded and forgotten
     * @throws InvalidTargetException if the target does not exist
     * @throws MigrationLockException if another process migrates for longer than {@code lock.timeout}
     */
    StampResult stamp(Target target);

    /**
     * The same on a history that is beyond repair: everything in it is forgotten first.
     *
     * @param target {@code head}, {@code base} or a version
     * @return what was recorded and forgotten
     * @throws InvalidTargetException if the target does not exist
     * @throws MigrationLockException if another process migrates for longer than {@code lock.timeout}
     */
    StampResult stampAfresh(Target target);

    /**
     * Puts the recorded state of one migration right. Runs no script, but for {@link RepairAction.Resume}, which goes on
     * with one that failed half-way.
     *
     * @param action what is true of which migration, or what to do with it
     * @return what was written and which problems remain
     * @throws InvalidTargetException if the migration is not in the state that the action mends, or there is nothing to
     *     resume
     * @throws HistoryMismatchException if it cannot be resumed: what was done of it was edited since, or it is not known
     *     whether a statement took effect; nothing was changed
     * @throws InvalidMigrationSourceException if the files cannot be used by a resume
     * @throws InvalidRequestException if a resume is to go on with a statement that the script does not have
     * @throws MigrationFailedException if what is resumed fails again; it can be resumed again
     * @throws MigrationLockException if another process migrates for longer than {@code lock.timeout}
     */
    RepairResult repair(RepairAction action);

    /**
     * Creates the files of a new migration in the first folder of {@code dirs} and lists them in the manifest. Connects
     * to nothing.
     *
     * @param request what to create
     * @return the files
     * @throws InvalidRequestException if no file name can be made of the description, or the version is taken
     * @throws ConfigurationException if {@code dirs} does not begin with a folder that can be written
     */
    CreateResult create(CreateRequest request);

    /**
     * Makes a migration from the difference between two schemas, tries it in a scratch database, up and down, and writes
     * it only if it does what it should. Changes nothing in the database.
     *
     * @param request what to make it from
     * @return the files, and what to know of them; no files if nothing differs, or if all that differs is held back
     * @throws InvalidRequestException if something looks like a rename and is not decided, if a rename fits nothing, if
     *     data would be lost and that is not allowed, or if a new column needs a value that nothing gives it
     * @throws InvalidMigrationSourceException if the DDL of a schema cannot be run
     * @throws UnprovenMigrationException if it does not do what it should; nothing was written
     * @throws ConfigurationException if no scratch database can be made of the settings
     */
    AutogenerateResult autogenerate(AutogenerateRequest request);

    /**
     * Compares two schemas. Changes nothing; uses scratch databases for what is not a database.
     *
     * @param from the first
     * @param to the second
     * @return what differs, as steps from the first to the second
     * @throws InvalidMigrationSourceException if the DDL of a schema cannot be run
     */
    SchemaComparison diff(SchemaSource from, SchemaSource to);

    /**
     * Compares what the migrations make with what the setting {@code model} names. What stands in {@code pending-drops}
     * is no difference.
     *
     * @return what differs, as steps from the migrations to the model
     * @throws ConfigurationException if there is no setting {@code model}
     */
    SchemaComparison checkModel();

    /**
     * Compares the database with what those migrations make that it has had.
     *
     * @return what somebody changed without a migration, as steps from the migrations to the database
     * @throws HistoryMismatchException if files and history do not fit, so that it cannot be told
     */
    SchemaComparison drift();

    /**
     * A schema as SQL.
     *
     * @param source which
     * @return what would make it
     */
    SchemaListing inspect(SchemaSource source);

    /**
     * Gives versioned migrations that are not applied new versions, after all others, and renames their files and their
     * lines in the manifest: for a branch whose migrations were overtaken by those of another one. Reads the history,
     * and writes nothing into the database.
     *
     * @param migrations versions or file names, in any order; empty for all that are out of order
     * @return what is called what now; empty if nothing is out of order
     * @throws InvalidTargetException if one of them does not exist, is applied, or has no version
     * @throws ConfigurationException if the files cannot be renamed; then none is
     */
    RebaseResult rebase(List<String> migrations);

    /**
     * Frees the lock that the engine itself keeps, when a process that used the engine without Switchback has died with
     * it. Whether it is dead only a person can know.
     *
     * @return who held it; without holders if it was free
     * @throws UnsupportedCapabilityException if the engine has no lock of its own
     * @throws MigrationLockException if a run of Switchback holds the lock: that one frees itself
     */
    LockStatus releaseEngineLock();

    /**
     * Runs a command of the engine itself, through its library, on the same database and the same files, under the
     * migration lock: for Flyway {@code info}, {@code validate}, {@code repair}, {@code baseline}; for Liquibase
     * {@code status}, {@code history}, {@code validate}, {@code update-sql}, {@code tag} and most others. What it does
     * is up to the engine: it may create its own tables also when it only looks.
     *
     * @param words the command and its options, as the engine's own command line takes them
     * @return what it had to say
     * @throws InvalidRequestException if the engine has no such command or option
     * @throws UnsupportedCapabilityException if the command would empty the database
     * @throws EngineFailureException if the engine fails
     */
    EngineOutput engineCommand(List<String> words);

    /**
     * Whether a command of the engine may write more than the engine's own empty tables, so that a person should be asked
     * first.
     *
     * @param words the command and its options
     * @return false if it is known to look only
     * @throws UnsupportedCapabilityException if the command would empty the database
     */
    boolean engineCommandWrites(List<String> words);

    /**
     * Writes what another tool needs to take over the database and the files as they are.
     *
     * @param format {@code liquibase}
     * @param file the changelog to write; must not exist inside the migrations folder
     * @return the files written
     * @throws UnsupportedCapabilityException if no engine on the class path writes that format
     */
    ExportResult export(String format, Path file);

    /**
     * Creates the database if it does not exist: the file, or the database on a PostgreSQL, MariaDB or MySQL server, for
     * which the user needs the right to do so. It stays empty. What others create at the same time is no error.
     *
     * @return whether this call created it
     * @throws ConfigurationException if the manager has a {@code DataSource} of the caller, whose database is the caller's
     *     to create
     * @throws DatabaseAccessException if it cannot be created
     */
    boolean createDatabase();

    /**
     * Waits until the database answers: as long as nobody listens at its address, its host name is not known yet, or the
     * server says that it is starting. A login that is refused, or a database that does not exist, is an error at once.
     * For a single wait when a manager is opened, the setting {@code connect.wait} does the same.
     *
     * @param timeout how long to wait at most; zero asks once
     * @throws DatabaseAccessException if the time is over, or waiting cannot help
     */
    void awaitDatabase(Duration timeout);

    /**
     * Waits until the database answers and nothing is pending or wrong, for a process that lets another one migrate.
     *
     * @param timeout how long to wait at most; zero looks once
     * @return the status at the end: of a database at head, or of one that is not when the time is over
     * @throws DatabaseAccessException if the database does not answer in time, or waiting cannot help
     */
    StatusReport awaitHead(Duration timeout);

    /**
     * Ends the command that changes the database and is under way in another thread: at once while it waits for its
     * turn, else by canceling its statement, or before its next migration. That command then throws what it throws for a
     * failed statement, which says in what state the database is; a transaction is rolled back, the lock released. From
     * then on this manager runs nothing more.
     *
     * @return whether such a command is under way; false changes nothing
     */
    boolean stop();

    /** The engine in use. */
    EngineInfo engine();

    /** Releases what the manager opened itself. A {@code DataSource} of the caller stays open. Idempotent. */
    @Override
    void close();
}
