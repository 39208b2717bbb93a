package dev.switchback.core.usecase.schema;

import dev.switchback.api.error.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The file {@code pending-drops} beside the migrations: what is not wanted any more and was not dropped, because its rows
 * would be lost. It goes into version control, so that everybody knows.
 */
final class PendingDrops {

    static final String FILE_NAME = "pending-drops";

    private static final String HEAD = """
            # Not wanted any more, and kept because its rows would be lost. No migration, nothing runs it.
            # Drop all of it when nothing reads it any more: switchback create "drop old" --autogenerate --allow-drops
            """;

    private static final Pattern ESCAPED = Pattern.compile("\\\\(?:u([0-9a-f]{4})|\\\\)");

    private static final int HEXADECIMAL = 16;

    private final List<Path> folders;

    PendingDrops(List<Path> folders) {
        this.folders = List.copyOf(folders);
    }

    /** What is listed, as in {@link HeldBack#names}. */
    Set<String> read() {
        if (folders.isEmpty()) {
            return Set.of();
        }
        try {
            return Files.readAllLines(file()).stream()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .map(PendingDrops::name)
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (NoSuchFileException e) {
            return Set.of();
        } catch (IOException e) {
            throw failed("read", e);
        }
    }

    /**
     * Lists exactly these.
     *
     * @param names what is held back; none removes the file
     * @return the file, if it was written
     */
    Optional<Path> write(List<String> names) {
        if (folders.isEmpty() || read().equals(new TreeSet<>(names))) {
            return Optional.empty();
        }
        try {
            if (names.isEmpty()) {
                Files.deleteIfExists(file());
                return Optional.empty();
            }
            return Optional.of(Files.writeString(file(), HEAD + lines(names)));
        } catch (IOException e) {
            throw failed("written", e);
        }
    }

    private static String lines(List<String> names) {
        return new TreeSet<>(names).stream().map(name -> line(name) + "\n").collect(Collectors.joining());
    }

    /** A name can have a line break in it, and blanks at its end. */
    private static String line(String name) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean lastBlank = i == name.length() - 1 && Character.isWhitespace(c);
            if (c == '\\') {
                line.append("\\\\");
            } else if (Character.isISOControl(c) || lastBlank) {
                line.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                line.append(c);
            }
        }
        return line.toString();
    }

    private static String name(String line) {
        return ESCAPED.matcher(line)
                .replaceAll(found -> Matcher.quoteReplacement(
                        found.group(1) == null
                                ? "\\"
                                : String.valueOf((char) Integer.parseInt(found.group(1), HEXADECIMAL))));
    }

    private Path file() {
        return folders.get(0).resolve(FILE_NAME);
    }

    private static ConfigurationException failed(String what, IOException e) {
        return new ConfigurationException(
                "dirs",
                "the file " + FILE_NAME + " cannot be " + what + ": "
                        + e.getClass().getSimpleName(),
                "let the user who runs Switchback read and write it, in UTF-8");
    }
}
