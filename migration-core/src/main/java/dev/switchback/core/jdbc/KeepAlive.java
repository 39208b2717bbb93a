package dev.switchback.core.jdbc;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketOption;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How often each side of a connection asks whether the other is still there. A statement may run for hours without a word:
 * meanwhile what stands between, a NAT or a balancer, forgets who says nothing, and of a machine that is gone nothing comes.
 * Operating systems ask after two hours, if at all.
 */
final class KeepAlive {

    /** Seconds without a word before the first question. */
    static final String IDLE = "30";

    /** Seconds between two questions. */
    static final String INTERVAL = "10";

    /** How many of them stay without an answer before the other side counts as gone. */
    static final String COUNT = "3";

    /** The same for what was sent and never taken, in milliseconds: as long as that is so, nothing is asked. */
    static final String UNTAKEN_MILLIS = "60000";

    private static final Set<String> OPTIONS = Set.of("TCP_KEEPIDLE", "TCP_KEEPINTERVAL", "TCP_KEEPCOUNT");

    private KeepAlive() {}

    /** Whether Java can say so to this operating system; a driver that is told to, and cannot, refuses to connect. */
    static boolean isSupported() {
        try (Socket socket = new Socket()) {
            return socket.supportedOptions().stream()
                    .map(SocketOption::name)
                    .collect(Collectors.toSet())
                    .containsAll(OPTIONS);
        } catch (IOException e) {
            return false;
        }
    }
}
