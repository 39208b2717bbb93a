package dev.switchback.core.source;

import dev.switchback.api.model.Problem.Kind;
import dev.switchback.core.domain.MigrationFileName.Prefix;
import dev.switchback.core.domain.SqlScript;
import dev.switchback.core.domain.SqlScript.Transaction;
import dev.switchback.core.sql.ScriptText;
import dev.switchback.core.sql.SqlSyntaxProblem;
import java.util.function.UnaryOperator;

/** Reads what a SQL file says: directives, configuration, placeholders, and whether there is anything to run. */
final class ScriptReader {
    private final SourceOptions options;
    private final Findings findings;

    ScriptReader(SourceOptions options, Findings findings) {
        this.options = options;
        this.findings = findings;
    }

    ReadScript read(SourceFile file) {
        if (!file.name().isSql()) {
            return new NativeReader(options.nativeFormat(), findings)
                    .read(
                            file,
                            options.replacePlaceholders()
                                    ? text -> options.placeholders().replace(text, file.origin())
                                    : UnaryOperator.identity());
        }
        ScriptText text = file.content().text();
        ScriptHeader header = ScriptHeader.read(text);
        if (!header.hasStatement()) {
            noteEmpty(file, text);
        }
        Directives directives = Directives.of(text, header);
        for (Directives.Fault fault : directives.faults()) {
            findings.addAt(file, fault.line(), fault.reason(), "correct or remove the directive");
        }
        if (directives.irreversible().isPresent() && file.name().prefix() != Prefix.V) {
            findings.add(
                    Kind.BAD_CONTENT,
                    file,
                    "says that it is irreversible, which only a versioned migration can say",
                    "remove the directive");
        }
        SqlScript script = new SqlScript(file.path(), text, sql(file, text), transaction(file, directives));
        return new ReadScript(file, script, directives.irreversible());
    }

    private void noteEmpty(SourceFile file, ScriptText text) {
        String reason = text.string().isBlank() ? "is empty" : "has only comments, nothing to run";
        String advice = file.name().prefix() == Prefix.U
                ? "write what takes the migration back, or delete the file if nothing can"
                : "write its SQL, or delete the file";
        findings.add(Kind.BAD_CONTENT, file, reason, advice);
    }

    private Transaction transaction(SourceFile file, Directives directives) {
        boolean inTransaction = file.conf().executeInTransaction().orElse(!directives.transactionOff());
        if (inTransaction && directives.transactionOff()) {
            findings.add(
                    Kind.BAD_CONTENT,
                    file,
                    "says transaction=off, but its .conf says executeInTransaction=true",
                    "remove one of the two");
        }
        return inTransaction ? Transaction.AUTO : Transaction.OFF;
    }

    private ScriptText sql(SourceFile file, ScriptText text) {
        boolean replace = file.conf().placeholderReplacement().orElse(options.replacePlaceholders());
        if (!replace || !text.contains('$')) {
            return text;
        }
        try {
            return ScriptText.of(options.placeholders().replace(text.string(), file.origin()));
        } catch (SqlSyntaxProblem e) {
            findings.addAt(file, e.line(), e.reason(), e.advice());
            return text;
        }
    }
}
