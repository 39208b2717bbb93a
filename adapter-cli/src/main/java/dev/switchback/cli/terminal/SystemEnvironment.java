package dev.switchback.cli.terminal;

import java.nio.charset.Charset;
import java.nio.file.Path;

/** Reads the environment of this process; the only class of the CLI that does. */
public final class SystemEnvironment {

    /** What the locale was before the launcher gave the JVM one in which it can name every file. */
    private static final String TERMINAL = "switchback.terminal.charset";

    private SystemEnvironment() {}

    /** The environment of this process. */
    public static Environment read() {
        return new Environment(
                System.getenv(),
                Path.of("").toAbsolutePath(),
                charset(),
                System.getProperty("java.version", "unknown"));
    }

    /** What the locale of the process says; since Java 18 the default character set does not follow it any more. */
    private static Charset charset() {
        String name = System.getProperty(TERMINAL, System.getProperty("native.encoding", "UTF-8"));
        return Charset.isSupported(name) ? Charset.forName(name) : Charset.defaultCharset();
    }
}
