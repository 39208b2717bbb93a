package dev.switchback.core.source;

import dev.switchback.core.sql.ScriptText;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a script says to Switchback in comments before its first statement.
 *
 * @param transactionOff whether it says {@code -- switchback: transaction=off}
 * @param irreversible why it cannot be reverted, if it says {@code -- switchback: irreversible <why>}
 * @param faults what is wrong with its directives
 */
record Directives(boolean transactionOff, Optional<String> irreversible, List<Fault> faults) {
    static final String KNOWN = "the directives are: transaction=off, irreversible <why>";

    private static final Pattern DIRECTIVE = Pattern.compile("(?i)\\s*switchback\\s*:(.*)", Pattern.DOTALL);
    private static final Pattern MISPLACED = Pattern.compile("(?i)[ \\t]*--[ \\t]*switchback[ \\t]*:.*");
    private static final Pattern TRANSACTION_OFF = Pattern.compile("transaction\\s*=\\s*off");
    private static final Pattern IRREVERSIBLE = Pattern.compile("irreversible(?:\\s+(.*))?");

    /**
     * A directive that cannot be used.
     *
     * @param line where, from 1
     * @param reason what is wrong
     */
    record Fault(int line, String reason) {}

    static Directives of(ScriptText text, ScriptHeader header) {
        boolean transactionOff = false;
        Optional<String> irreversible = Optional.empty();
        List<Fault> faults = new ArrayList<>();
        for (ScriptHeader.LineComment comment : header.comments()) {
            Matcher directive = DIRECTIVE.matcher(comment.text());
            if (!directive.matches()) {
                continue;
            }
            String command = directive.group(1).strip();
            Matcher reason = IRREVERSIBLE.matcher(command);
            if (TRANSACTION_OFF.matcher(command).matches()) {
                transactionOff = true;
            } else if (reason.matches() && reason.group(1) != null) {
                irreversible = Optional.of(reason.group(1));
            } else if (reason.matches()) {
                faults.add(new Fault(comment.line(), "irreversible needs a reason: irreversible <why>"));
            } else {
                faults.add(new Fault(comment.line(), "unknown directive '" + Printable.text(command) + "'; " + KNOWN));
            }
        }
        Optional<Fault> misplaced = misplaced(text, header);
        if (misplaced.isPresent()) {
            faults.add(misplaced.get());
        }
        return new Directives(transactionOff, irreversible, List.copyOf(faults));
    }

    private static Optional<Fault> misplaced(ScriptText text, ScriptHeader header) {
        if (!text.contains(':')) {
            return Optional.empty();
        }
        try (BufferedReader lines = new BufferedReader(text.open())) {
            int number = 1;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (number > header.endLine() && MISPLACED.matcher(line).matches()) {
                    return Optional.of(new Fault(number, "a directive must stand before the first statement"));
                }
                number++;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Optional.empty();
    }
}
