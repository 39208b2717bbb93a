package dev.switchback.core.entities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.switchback.api.error.ConfigurationException;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An entity that cannot be loaded is not one that is not there: its table would be dropped. */
final class EntityClassesTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void compile() throws IOException {
        List<String> sources = new ArrayList<>();
        for (String source : List.of(
                "package jakarta.persistence; @java.lang.annotation.Retention("
                        + "java.lang.annotation.RetentionPolicy.RUNTIME) public @interface Entity {}",
                "package lib; public class Ext {}",
                "package com.ex; @jakarta.persistence.Entity public class Book {}",
                "package com.ex; @jakarta.persistence.Entity public class Loan extends lib.Ext {}",
                "package com.other; public class Plain extends lib.Ext {}",
                "package com.other; @jakarta.persistence.Entity public class Shelf {}")) {
            Path file = folder.resolve(source.replaceAll("(?s).*public (?:class|@interface) (\\w+).*", "$1.java"));
            sources.add(Files.writeString(file, source).toString());
        }
        List<String> options = new ArrayList<>(List.of("-proc:none", "-d", folder.toString()));
        options.addAll(sources);
        assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, options.toArray(String[]::new)))
                .isZero();
    }

    private List<String> entities(String packages) throws IOException {
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()}, ClassLoader.getPlatformClassLoader())) {
            return EntityClasses.in(loader, List.of(packages));
        }
    }

    @Test
    void areFound() throws IOException {
        assertThat(entities("com")).containsExactly("com.ex.Book", "com.ex.Loan", "com.other.Shelf");
    }

    @Test
    void areNamedWithWhatIsMissingIfTheyCannotBeLoaded() throws IOException {
        Files.delete(folder.resolve("lib/Ext.class"));

        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> entities("com.ex"))
                .withMessageContaining("com.ex.Loan")
                .withMessageContaining("lib.Ext")
                .satisfies(e -> assertThat(e.nextStep()).contains("entities.classpath"));
    }

    @Test
    void areNotMissedIfAClassThatIsNoneCannotBeLoaded() throws IOException {
        Files.delete(folder.resolve("lib/Ext.class"));

        assertThat(entities("com.other")).containsExactly("com.other.Shelf");
    }
}
