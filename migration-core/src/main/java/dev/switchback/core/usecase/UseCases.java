package dev.switchback.core.usecase;

import dev.switchback.core.port.MigrationFiles;
import dev.switchback.core.usecase.schema.AutogenerateCommand;
import dev.switchback.core.usecase.schema.Comparisons;

/**
 * What a manager hands its work to.
 *
 * @param queries what only looks
 * @param fileQueries what the files tell
 * @param doctor looks for what could stand in the way
 * @param lock who holds the migration lock
 * @param engineLock frees the engine's own lock
 * @param run upgrades and downgrades
 * @param stamp records a version
 * @param repair puts a record right
 * @param rebase gives migrations new versions
 * @param files the migrations themselves
 * @param export writes for other tools
 * @param waiting waits for a database
 * @param console runs commands of the engine
 * @param autogenerate makes a migration from a difference
 * @param comparisons compares schemas
 */
record UseCases(
        Queries queries,
        FileQueries fileQueries,
        DoctorCommand doctor,
        LockQuery lock,
        EngineLockCommand engineLock,
        RunCommand run,
        StampCommand stamp,
        RepairCommand repair,
        RebaseCommand rebase,
        MigrationFiles files,
        ExportCommand export,
        WaitCommand waiting,
        ConsoleCommand console,
        AutogenerateCommand autogenerate,
        Comparisons comparisons) {}
