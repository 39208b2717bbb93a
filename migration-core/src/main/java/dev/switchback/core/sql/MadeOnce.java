package dev.switchback.core.sql;

import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes a text when it is first asked for, and keeps it; of several threads one makes it and the others wait. */
final class MadeOnce implements Supplier<byte[]> {
    private final Supplier<String> maker;
    private byte @Nullable [] utf8;

    MadeOnce(Supplier<String> maker) {
        this.maker = maker;
    }

    @Override
    public synchronized byte[] get() {
        if (utf8 == null) {
            utf8 = maker.get().getBytes(StandardCharsets.UTF_8);
        }
        return utf8;
    }
}
