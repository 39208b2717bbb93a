package dev.switchback.cli.command;

import dev.switchback.cli.answer.ExitCode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The page of the manual about an exit code, which is in the jar. */
final class ErrorPage {
    private ErrorPage() {}

    static String of(ExitCode code) {
        String file = "/dev/switchback/cli/errors/" + code.name() + ".md";
        try (InputStream in = Objects.requireNonNull(ErrorPage.class.getResourceAsStream(file), file)) {
            String page = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            // links are of use on the page only
            return page.replaceAll("\\[([^\\]]+)]\\([^)]*\\)", "$1").stripTrailing();
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }
}
