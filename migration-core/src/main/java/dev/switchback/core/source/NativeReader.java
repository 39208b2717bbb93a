package dev.switchback.core.source;

import dev.switchback.api.model.Problem.Kind;
import dev.switchback.core.domain.MigrationFileName.Prefix;
import dev.switchback.core.domain.SqlScript;
import dev.switchback.core.domain.SqlScript.Transaction;
import dev.switchback.core.port.NativeFormat;
import dev.switchback.core.port.NativeFormat.Fault;
import dev.switchback.core.port.NativeFormat.NativeFile;
import dev.switchback.core.port.NativeFormat.Reading;
import dev.switchback.core.sql.ScriptText;
import dev.switchback.core.sql.SqlSyntaxProblem;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Reads what a file says that is written in the format of an engine. */
final class NativeReader {
    private final Optional<NativeFormat> format;
    private final Findings findings;

    NativeReader(Optional<NativeFormat> format, Findings findings) {
        this.format = format;
        this.findings = findings;
    }

    /**
     * Reads a file.
     *
     * @param values puts the values of placeholders into a text
     */
    ReadScript read(SourceFile file, UnaryOperator<String> values) {
        Optional<String> refusal = refusal(file);
        if (refusal.isPresent() || format.isEmpty()) {
            return new ReadScript(file, script(file, unusable(file), Transaction.AUTO), Optional.empty());
        }
        String text = file.content().string();
        Reading reading = format.get().read(new NativeFile(file.name(), file.path(), file.origin(), text, values));
        for (Fault fault : reading.faults()) {
            findings.addAt(file, fault.line(), fault.reason(), fault.advice());
        }
        Transaction transaction = reading.transactional() ? Transaction.AUTO : Transaction.OFF;
        return new ReadScript(
                file,
                script(file, reading.up(), transaction),
                reading.down().map(down -> script(file, down, transaction)),
                reading.ownDown(),
                reading.irreversible());
    }

    /** Notes why no such file can be used, whatever it says. */
    private Optional<String> refusal(SourceFile file) {
        if (format.isEmpty()) {
            return refuse(
                    file,
                    "is a changelog of Liquibase, which only the engine liquibase runs",
                    "choose it (--engine liquibase), or write the migration in SQL, in a .sql file");
        }
        if (file.name().prefix() == Prefix.B) {
            return refuse(file, "is a baseline, which has to be a SQL file", "write it in SQL, in a .sql file");
        }
        if (file.name().prefix() == Prefix.U) {
            return refuse(
                    file,
                    "is a down script, which has to be a SQL file",
                    "write it in SQL, or write the rollback into the change set of the migration itself");
        }
        return Optional.empty();
    }

    private Optional<String> refuse(SourceFile file, String reason, String advice) {
        findings.add(Kind.BAD_CONTENT, file, reason, advice);
        return Optional.of(reason);
    }

    private static ScriptText unusable(SourceFile file) {
        return ScriptText.generated(() -> {
            throw new SqlSyntaxProblem(
                    file.origin(), 1, "there is no SQL for this file", "see the problem of the file");
        });
    }

    private static SqlScript script(SourceFile file, ScriptText sql, Transaction transaction) {
        return new SqlScript(file.path(), file.content().text(), sql, transaction);
    }
}
