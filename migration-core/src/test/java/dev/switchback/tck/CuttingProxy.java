package dev.switchback.tck;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Stands between a client and a database server, and cuts the connection on which a certain text passes by: before the
 * server gets it, or after the server has done it and before its answer arrives. Thread-safe.
 */
public final class CuttingProxy implements AutoCloseable {

    /** When to cut. */
    public enum Moment {
        /** The server never gets the text; it only sees the connection end. */
        BEFORE_THE_SERVER_GETS_IT,
        /** The server has done what the text says, and its answer is lost. */
        BEFORE_THE_ANSWER_ARRIVES,
        /** The same, and nobody can connect any more. */
        AND_NOBODY_ANSWERS_AGAIN,
        /** The server has done it, and nothing comes back; the connection stays open. */
        AND_NOTHING_COMES_BACK
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Cut(byte[] text, Moment moment) {}

    private final String host;
    private final int port;
    private final ServerSocket listening;
    private final AtomicReference<@Nullable Cut> armed = new AtomicReference<>();
    private final AtomicInteger cuts = new AtomicInteger();
    private final List<Closeable> open = new CopyOnWriteArrayList<>();
    private final AtomicBoolean refusing = new AtomicBoolean();

    private CuttingProxy(String host, int port, int listenAt) throws IOException {
        this.host = host;
        this.port = port;
        this.listening = new ServerSocket(listenAt, 50, InetAddress.getLoopbackAddress());
    }

    /**
     * Starts it; it lets everything pass until it is armed.
     *
     * @param host where the server is
     * @param port where the server is
     * @return the proxy, to be closed by the caller
     */
    public static CuttingProxy to(String host, int port) {
        return to(host, port, 0);
    }

    /**
     * Starts it at a port that is known before.
     *
     * @param host where the server is
     * @param port where the server is
     * @param listenAt the port to listen at
     * @return the proxy, to be closed by the caller
     */
    public static CuttingProxy to(String host, int port, int listenAt) {
        try {
            CuttingProxy proxy = new CuttingProxy(host, port, listenAt);
            proxy.start("accept", proxy::accept);
            return proxy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where it listens, on the loopback address. */
    public int port() {
        return listening.getLocalPort();
    }

    /**
     * Cuts the next connection on which the client sends a text. Only that one: later connections work.
     *
     * @param text the text
     * @param moment when to cut
     */
    public void cutAt(String text, Moment moment) {
        armed.set(new Cut(text.getBytes(StandardCharsets.US_ASCII), moment));
    }

    /** How often it has cut. */
    public int cuts() {
        return cuts.get();
    }

    private void start(String name, Runnable work) {
        Thread thread = new Thread(work, "proxy-" + name);
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        try {
            while (true) {
                Socket client = listening.accept();
                if (refusing.get()) {
                    // the kernel may hand out one more, until the thread that waits for it hears of the close
                    client.close();
                    return;
                }
                Socket server = new Socket(host, port);
                open.addAll(List.of(client, server));
                AtomicReference<@Nullable Cut> firing = new AtomicReference<>();
                start("request", () -> requests(client, server, firing));
                start("answer", () -> answers(client, server, firing));
            }
        } catch (IOException e) {
            // closed
        }
    }

    private void requests(Socket client, Socket server, AtomicReference<@Nullable Cut> firing) {
        try (client;
                server) {
            InputStream in = client.getInputStream();
            OutputStream out = server.getOutputStream();
            byte[] buffer = new byte[65_536];
            int read;
            while ((read = in.read(buffer)) >= 0) {
                Cut cut = armed.get();
                if (cut != null && contains(buffer, read, cut.text) && armed.compareAndSet(cut, null)) {
                    cuts.incrementAndGet();
                    if (cut.moment == Moment.BEFORE_THE_SERVER_GETS_IT) {
                        return;
                    }
                    firing.set(cut);
                }
                out.write(buffer, 0, read);
                out.flush();
            }
        } catch (IOException e) {
            // one of the two has gone
        }
    }

    private void answers(Socket client, Socket server, AtomicReference<@Nullable Cut> firing) {
        try (client;
                server) {
            InputStream in = server.getInputStream();
            OutputStream out = client.getOutputStream();
            byte[] buffer = new byte[65_536];
            int read;
            while ((read = in.read(buffer)) >= 0) {
                Cut cut = firing.get();
                if (cut != null && cut.moment == Moment.AND_NOTHING_COMES_BACK) {
                    continue;
                }
                if (cut != null) {
                    if (cut.moment == Moment.AND_NOBODY_ANSWERS_AGAIN) {
                        refuse();
                    }
                    return;
                }
                out.write(buffer, 0, read);
                out.flush();
            }
        } catch (IOException e) {
            // one of the two has gone
        }
    }

    private void refuse() throws IOException {
        refusing.set(true);
        listening.close();
    }

    private static boolean contains(byte[] buffer, int length, byte[] text) {
        for (int at = 0; at + text.length <= length; at++) {
            if (Arrays.equals(buffer, at, at + text.length, text, 0, text.length)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void close() {
        try {
            refuse();
            for (Closeable each : open) {
                each.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
