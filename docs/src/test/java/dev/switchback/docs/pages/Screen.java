package dev.switchback.docs.pages;

import dev.switchback.cli.terminal.Terminal;
import java.util.Optional;

/** What somebody sees who runs a command: answer and progress in the order in which they were written. */
public final class Screen implements Terminal {

    private final StringBuilder text = new StringBuilder();

    /** All of it. */
    public String text() {
        return text.toString();
    }

    @Override
    public void out(String written) {
        text.append(written);
    }

    @Override
    public void err(String written) {
        text.append(written);
    }

    @Override
    public Optional<String> readLine() {
        return Optional.empty();
    }

    @Override
    public Optional<String> readSecret(String prompt) {
        err(prompt);
        return readLine();
    }

    @Override
    public boolean canAsk() {
        return false;
    }

    @Override
    public boolean outIsTerminal() {
        return false;
    }

    @Override
    public boolean errIsTerminal() {
        return false;
    }

    @Override
    public boolean canShow(String characters) {
        return true;
    }
}
