package dev.switchback.tck;

import dev.switchback.core.port.EngineProvider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A class loader that registers exactly the engines it is given and hides all others, so that a test can have no engine,
 * two engines or a fake one, whatever is on its class path. The fake engine is registered in no other way: the test-jar
 * must not add an engine to the applications and adapters that use it in their tests.
 */
public final class EngineLoader extends ClassLoader {

    private static final String REGISTRATION = "META-INF/services/" + EngineProvider.class.getName();

    private final String names;

    private EngineLoader(String names) {
        super(EngineLoader.class.getClassLoader());
        this.names = names;
    }

    /**
     * A loader that offers these engines.
     *
     * @param providers public classes with a public constructor without parameters
     * @return the loader, for {@code Switchback.Builder.classLoader}
     */
    public static EngineLoader of(List<Class<? extends EngineProvider>> providers) {
        return new EngineLoader(providers.stream().map(Class::getName).collect(Collectors.joining("\n")));
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
        if (!name.equals(REGISTRATION)) {
            return super.getResources(name);
        }
        return Collections.enumeration(
                names.isEmpty() ? List.of() : Stream.of(inMemory()).toList());
    }

    private URL inMemory() throws IOException {
        return new URL("memory", "", 0, REGISTRATION, new URLStreamHandler() {
            @Override
            protected URLConnection openConnection(URL url) {
                return new Registration(url, names.getBytes(StandardCharsets.UTF_8));
            }
        });
    }

    private static final class Registration extends URLConnection {
        private final byte[] content;

        Registration(URL url, byte[] content) {
            super(url);
            this.content = content;
        }

        @Override
        public void connect() {
            connected = true;
        }

        @Override
        public InputStream getInputStream() {
            return new ByteArrayInputStream(content);
        }
    }
}
