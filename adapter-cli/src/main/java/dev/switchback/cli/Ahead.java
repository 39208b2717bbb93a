package dev.switchback.cli;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * What most commands come to need and the JVM takes its time for, begun on another processor while the command line is
 * read: the jars are opened, and the providers of hashes found. Whoever needs them waits for what is not done yet.
 */
final class Ahead {

    private Ahead() {}

    static void begin() {
        Thread thread = new Thread(Ahead::touch, "switchback-ahead");
        thread.setDaemon(true);
        thread.start();
    }

    private static void touch() {
        try {
            // what is in no jar is looked for in all of them
            ClassLoader.getSystemResource("META-INF/services/dev.switchback.none");
            MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            // whoever needs it says so
        }
    }
}
