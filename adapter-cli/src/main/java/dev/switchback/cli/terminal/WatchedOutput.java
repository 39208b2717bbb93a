package dev.switchback.cli.terminal;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Standard output that remembers its first failure: a {@link java.io.PrintStream} only knows that there was one. */
final class WatchedOutput extends FilterOutputStream {

    private static final int KIND = 0170000;
    private static final int PIPE = 0010000;
    private static final int SOCKET = 0140000;

    private @Nullable IOException first;

    WatchedOutput(OutputStream out) {
        super(out);
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        try {
            out.write(bytes, offset, length);
        } catch (IOException e) {
            first = first == null ? e : first;
            throw e;
        }
    }

    /** What went wrong; nothing if the reader has gone, as after {@code | head -1}: he has what he wanted. */
    Optional<String> failure() {
        return Optional.ofNullable(first)
                .filter(e -> !saysPipe(e) && !isPipe())
                .map(e -> Optional.ofNullable(e.getMessage())
                        .orElseGet(() -> e.getClass().getSimpleName()));
    }

    private static boolean saysPipe(IOException failure) {
        String message = Optional.ofNullable(failure.getMessage()).orElse("");
        return message.toLowerCase(Locale.ROOT).contains("pipe");
    }

    /** The system says it in the language of the user, so what it is that was written to is asked too. */
    private static boolean isPipe() {
        try {
            int mode = (int) Files.getAttribute(Path.of("/dev/stdout"), "unix:mode") & KIND;
            return mode == PIPE || mode == SOCKET;
        } catch (IOException | RuntimeException e) {
            // a system without it; there the message has to do
            return false;
        }
    }
}
