package dev.switchback.startup.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The service without a framework. */
final class JavaServiceTest extends FaultyStartContract {

    JavaServiceTest() {
        super("java-service", "shop.ShopService");
    }

    @Override
    protected Map<String, String> connected(String url, String user, String password) {
        return Map.of("DATABASE_URL", url, "PORT", "0", "SWITCHBACK_STARTUP_CREATE_DATABASE", "true");
    }

    @Override
    protected String readiness() {
        return "/health";
    }

    /** Without it, Maven 3.8.7 takes one that does not know {@code release} and compiles for Java 5. */
    @Test
    void namesTheCompilerPluginThatSwitchbackIsBuiltWith() throws Exception {
        Path root = Example.root();

        assertThat(compilerPlugin(root.resolve("docs/examples/java-service/pom.xml")))
                .isEqualTo(compilerPlugin(root.resolve("pom.xml")));
    }

    private static String compilerPlugin(Path pom) throws Exception {
        return Pattern.compile("<artifactId>maven-compiler-plugin</artifactId>\\s*<version>([^<]+)</version>")
                .matcher(Files.readString(pom))
                .results()
                .map((MatchResult found) -> found.group(1))
                .findFirst()
                .orElse("none");
    }
}
