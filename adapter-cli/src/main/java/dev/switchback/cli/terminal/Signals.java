package dev.switchback.cli.terminal;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.Map;

/**
 * Hears SIGINT and SIGTERM. The JDK offers no public way that tells them apart and hears a second one; the class that it
 * has always had for that is called by reflection, and where it is missing the JVM ends as it always does.
 */
public final class Signals {

    private static final Map<String, Integer> NUMBERS = Map.of("INT", 2, "TERM", 15);

    private Signals() {}

    /**
     * Passes them on from now on.
     *
     * @param interruption hears of them
     */
    public static void passTo(Interruption interruption) {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            for (Map.Entry<String, Integer> each : NUMBERS.entrySet()) {
                InvocationHandler call = (proxy, method, arguments) -> {
                    if (method.getName().equals("handle")) {
                        interruption.request(each.getValue()).ifPresent(Runtime.getRuntime()::halt);
                    }
                    return null;
                };
                Object passing = Proxy.newProxyInstance(handler.getClassLoader(), new Class<?>[] {handler}, call);
                signal.getMethod("handle", signal, handler)
                        .invoke(null, signal.getConstructor(String.class).newInstance(each.getKey()), passing);
            }
        } catch (ReflectiveOperationException | IllegalArgumentException e) {
            // the JVM ends at once, connections break, and the database rolls back
        }
    }
}
