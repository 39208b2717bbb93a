package dev.switchback.cli.render;

import dev.switchback.cli.answer.Answer;
import dev.switchback.cli.answer.Document;
import dev.switchback.cli.answer.FailureAnswer;
import dev.switchback.cli.terminal.Terminal;
import jakarta.inject.Inject;

/**
 * JSON for programs: exactly one document on standard output, on one line, in ASCII, also for errors.
 *
 * <p>Every document begins with
 *
 * <ul>
 *   <li>{@code schemaVersion}: 1; within a version fields are only added
 *   <li>{@code command}: the command that answers; {@code switchback} if none was recognised
 *   <li>{@code ok}: whether {@code exitCode} is 0
 *   <li>{@code exitCode}: what the process returns
 *   <li>{@code result}: the name of the exit code, or more precise: {@code status} and {@code plan} return 0 with
 *       {@code PENDING} or {@code INVALID}
 * </ul>
 *
 * and ends with {@code warnings} (strings) and {@code error} (null, or an object with {@code code}, {@code exitCode},
 * {@code message}, {@code state}, {@code hint}, {@code sqlState}, {@code vendorCode}, {@code file}, {@code line},
 * {@code statement}, {@code problems}, {@code holder} (of the lock) and {@code databaseState}, which is {@code unchanged}, {@code partial} or
 * {@code unknown}). Between them are the fields of the command:
 *
 * <ul>
 *   <li>{@code status}: {@code database} (name, product, version, exists), {@code engine} (id, name, version),
 *       {@code history} (table), {@code current}, {@code head}, {@code pending} (a number), {@code migrations} (version,
 *       description, script, state, kind, reversible, sha256, appliedAt, appliedBy, durationMs), {@code problems} (kind,
 *       script, version, message, next)
 *   <li>{@code history}: {@code total}, {@code migrations} (order, version, description, script, kind, state, checksum,
 *       appliedAt, appliedBy, durationMs)
 *   <li>{@code current}: {@code current}
 *   <li>{@code check}: {@code current}, {@code files} and {@code pending} (numbers), {@code migrations} (the pending
 *       ones, as in status), {@code problems}
 *   <li>{@code upgrade}, {@code downgrade}: {@code direction}, {@code from}, {@code to}, {@code durationMs},
 *       {@code executed} (version, description, script, kind, reversible, sha256, statements, durationMs); after a
 *       failed migration the same, with what was done before it; {@code meanwhile}: null, or what others did while
 *       this run waited (direction, migrations, by: as holders of lock)
 *   <li>{@code auto-upgrade}: {@code pendingBefore}, {@code upgraded}, and the fields of {@code upgrade}
 *   <li>{@code plan}: {@code direction}, {@code from}, {@code to}, {@code steps} (version, description, script,
 *       transactional, statements (index, line, sql))
 *   <li>{@code lock}: {@code database}, {@code lock} (what it is), {@code held}, {@code holders} (kind: run, leftover or
 *       engine; name, pid, host, session, since, ageMs, statement, release)
 *   <li>{@code stamp}: {@code from}, {@code to}, {@code marked}, {@code forgotten}
 *   <li>{@code repair}: {@code changes} (sentences), {@code problems}
 *   <li>{@code init}, {@code create}, {@code export}: {@code files} (action, file)
 *   <li>{@code engines}: {@code engines} (id, name, version, historyTable)
 *   <li>{@code config}: {@code settings} (key, value, origin)
 *   <li>{@code help}: {@code help}; {@code version}: {@code version}, {@code java}
 * </ul>
 *
 * Versions are strings, absent values null, instants ISO 8601 in UTC, durations milliseconds.
 */
public final class JsonRenderer implements Renderer {

    private static final int SCHEMA_VERSION = 1;

    /** Has no state. */
    @Inject
    public JsonRenderer() {}

    @Override
    public void render(String command, Answer answer, Look look, Terminal terminal) {
        terminal.out(JsonText.of(document(command, answer)) + "\n");
    }

    static Document document(String command, Answer answer) {
        Document document = new Document()
                .put("schemaVersion", SCHEMA_VERSION)
                .put("command", command)
                .put("ok", answer.exitCode().number() == 0)
                .put("exitCode", answer.exitCode().number())
                .put("result", answer.result());
        answer.describe(document);
        document.strings("warnings", answer.warnings());
        return document.put(
                "error",
                answer instanceof FailureAnswer failure ? failure.error().fields() : null);
    }
}
