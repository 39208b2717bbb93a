package dev.switchback.api.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.api.error.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No text that a person can see contains four characters of a password in a row, whatever else is wrong. */
final class SecretFuzzTest {
    private static final long SEED = 20_261_123L;
    private static final int ROUNDS = 20_000;
    /** Pairs of these occur in no message, and every four characters of a password have two of them. */
    private static final String RARE = "XQZJ";

    private static final String SPECIAL = "@:/?#%+,!$'\"[]{}|^~`<>()\\ =_-.é";

    private static final List<String> URLS = List.of(
            "postgres://user:<P>@db.internal:5432/shop?sslmode=require",
            "postgresql+psycopg2://user:<P>@db_1/shop",
            "postgres://user:<P>@[::1]:5432,b/shop",
            "postgres://user:<P>@db.internal:54x/shop",
            "postgres://user:<P>@db.internal/shop?unknown=1",
            "postgres://user:<P>@/",
            "mysql://user:<P>@db.internal/shop?charset=utf8",
            "mariadb://user:<P>@db.internal:3306",
            "oracle://user:<P>@db.internal/shop",
            "user:<P>@db.internal/shop",
            "sqlite://user:<P>@db.internal/shop",
            "h2:tcp://user:<P>@db.internal/shop",
            "h2:mem:shop;USER=sa;PASSWORD=<P>",
            "h2:./data/shop;PASSWORD=<P>;MODE=MySQL",
            "jdbc:h2:mem:shop;USER=sa;PASSWORD=<P>",
            "jdbc:postgresql://user:<P>@db.internal:5432/shop",
            "jdbc:postgresql://db.internal/shop?user=u&password=<P>",
            "jdbc:postgresql://db.internal:x/shop?user=u&password=<P>",
            "jdbc:mariadb://user:<P>@db.internal/shop?sslMode=trust",
            "jdbc:mariadb://db.internal/shop?user=u&password=<P>",
            "jdbc:mysql://db.internal/shop?password=<P>&useSSL",
            "jdbc:sqlserver://db.internal;user=u;password=<P>");

    @Test
    void noUrlEverShowsItsPassword() {
        Random random = new Random(SEED);
        int refused = 0;
        for (int round = 0; round < ROUNDS; round++) {
            String password = password(random);
            String url = url(password, random);
            String seen;
            try {
                DatabaseUrl parsed = DatabaseUrl.parse(url);
                seen = parsed + " " + parsed.displayName() + " " + parsed.password()
                        + (url.startsWith("jdbc:") ? "" : parsed.jdbcUrl());
            } catch (ConfigurationException e) {
                refused++;
                seen = everythingIn(e);
            }
            assertShowsNothingOf(password, seen, "seed " + SEED + ", round " + round + ", URL " + url);
        }
        assertThat(refused).as("both outcomes were met").isBetween(ROUNDS / 10, ROUNDS * 9 / 10);
    }

    @Test
    void anIntactUrlKeepsItsPasswordOutOfTheJdbcUrl() {
        Random random = new Random(SEED);
        for (int round = 0; round < ROUNDS / 10; round++) {
            String password = password(random);
            String url = "jdbc:postgresql://db.internal/shop?user=u&password=" + Percent.encode(password, "") + "&x=1";

            DatabaseUrl parsed = DatabaseUrl.parse(url);

            assertThat(parsed.password()).contains(Secret.of(password));
            assertThat(parsed.jdbcUrl()).isEqualTo("jdbc:postgresql://db.internal/shop?x=1");
            DatabaseUrl asUrl = DatabaseUrl.parse("postgres://u:" + Percent.encode(password, "") + "@h/db");
            assertThat(asUrl.password()).contains(Secret.of(password));
        }
    }

    @Test
    void noFileEverShowsItsPassword(@TempDir Path dir) throws IOException {
        List<String> lines = List.of(
                "password=<P>", "password: <P>", "url=postgres://user:<P>@h/db", "pasword=<P>", "placeholders.x=<P>");
        List<String> variables = List.of(
                "DATABASE_PASSWORD=<P>",
                "DATABASE_PASSWORD='<P>'",
                "DATABASE_PASSWORD=\"<P>\"",
                "export SWITCHBACK_PASSWORD=\"<P>\" # comment",
                "SWITCHBACK_PASSWORT=<P>",
                "DATABASE_URL=postgres://user:<P>@h/db");
        Random random = new Random(SEED);
        for (int round = 0; round < ROUNDS / 20; round++) {
            String password = password(random);
            String line = damaged(pick(random, lines).replace("<P>", password), random);
            String variable = damaged(pick(random, variables).replace("<P>", password), random);
            Files.writeString(dir.resolve("switchback.properties"), line + "\nengine=auto\n");
            Files.writeString(dir.resolve(".env"), variable + "\n");
            String seen;
            try {
                seen = SettingsLoader.in(dir).load().toString();
            } catch (ConfigurationException e) {
                seen = everythingIn(e);
            }
            assertShowsNothingOf(
                    password, seen, "seed " + SEED + ", round " + round + ", lines " + line + " and " + variable);
        }
    }

    @Test
    void noVariableEverShowsItsPassword(@TempDir Path dir) {
        Random random = new Random(SEED);
        for (int round = 0; round < ROUNDS / 20; round++) {
            String password = password(random);
            Map<String, String> environment = Map.of(
                    "DATABASE_URL", url(password, random),
                    "DATABASE_PASSWORD", password,
                    "SWITCHBACK_PLACEHOLDER_SECRET", password);
            String seen;
            try {
                seen = SettingsLoader.in(dir).environment(environment).load().toString();
            } catch (ConfigurationException e) {
                seen = everythingIn(e);
            }
            assertShowsNothingOf(password, seen, "seed " + SEED + ", round " + round + ", " + environment);
        }
    }

    private static String password(Random random) {
        StringBuilder password = new StringBuilder();
        for (int i = 3 + random.nextInt(3); i > 0; i--) {
            password.append(RARE.charAt(random.nextInt(RARE.length())))
                    .append(RARE.charAt(random.nextInt(RARE.length())))
                    .append(SPECIAL.charAt(random.nextInt(SPECIAL.length())));
        }
        return password.toString();
    }

    /**
     * Whole, or with one slip. A slip can take away the @ before the host; if the password has one of its own, what
     * follows that is then a host by any reading, so such passwords appear in whole URLs only.
     */
    private static String url(String password, Random random) {
        String whole = pick(random, URLS).replace("<P>", password);
        return password.indexOf('@') >= 0 ? whole : damaged(whole, random);
    }

    /** One slip of the keyboard, or none. */
    private static String damaged(String text, Random random) {
        int at = random.nextInt(text.length());
        return switch (random.nextInt(4)) {
            case 0 -> text.substring(0, at) + text.substring(at + 1);
            case 1 -> text.substring(0, at) + text.charAt(at) + text.substring(at);
            case 2 -> text.substring(0, at) + SPECIAL.charAt(random.nextInt(SPECIAL.length())) + text.substring(at);
            default -> text;
        };
    }

    private static String pick(Random random, List<String> from) {
        return from.get(random.nextInt(from.size()));
    }

    private static String everythingIn(ConfigurationException error) {
        StringBuilder seen = new StringBuilder(error.nextStep()).append(error.key());
        Throwable link = error;
        while (link != null) {
            seen.append(' ').append(link).append(' ').append(link.getMessage());
            for (Throwable suppressed : link.getSuppressed()) {
                seen.append(' ').append(suppressed);
            }
            link = link.getCause();
        }
        return seen.toString();
    }

    private static void assertShowsNothingOf(String password, String seen, String description) {
        for (int at = 0; at + 4 <= password.length(); at++) {
            assertThat(seen).as(description).doesNotContain(password.substring(at, at + 4));
        }
    }
}
