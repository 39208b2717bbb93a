package dev.switchback.core.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.api.config.Secret;
import java.net.URLEncoder;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretRedactionTest {

    private static final long SEED = 20_261_124L;
    private static final String CHARACTERS = "XQZJK@:/?#%+&=;'\" é🐘-._~";

    private static SecretRedaction of(String... secrets) {
        return SecretRedaction.of(List.of(secrets).stream().map(Secret::of).toList(), Map.of());
    }

    @Test
    void masksASecretAsOftenAsItIsThere() {
        assertThat(of("Zq9!x").clean("a Zq9!x b Zq9!xZq9!x")).isEqualTo("a ******** b ********");
    }

    @Test
    void leavesATextWithoutSecretsAlone() {
        String text = "relation \"shop\" does not exist";

        assertThat(of("Zq9!x").clean(text)).isSameAs(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "near 'q/wX 9@z' at line 1",
                "near 'Vq/wX 9",
                "column \"VQ/WX 9@Z\" not found",
                "Incorrect port value : Vq%2FwX%209%40z@host",
                "Incorrect port value : vq%2fwx%209%40Z",
                "?password=Vq%2FwX+9%40z",
                "Vq/wX%209@z",
                "UnknownHostException: bob:Vq/wX 9@z@127.0.0.1"
            })
    void masksItsPartsAndItsEncodings(String text) {
        assertShowsNothingOf("Vq/wX 9@z", of("Vq/wX 9@z").clean(text));
    }

    @Test
    void masksWhatIsCutToFourCharactersAndNotWhatIsShorter() {
        assertThat(of("Vq/wX9@z").clean("'9@z' 'X9@z'")).isEqualTo("'9@z' '********'");
    }

    @Test
    void masksEveryPartOfARandomSecretHoweverItIsEncoded() {
        Random random = new Random(SEED);
        for (int round = 0; round < 2_000; round++) {
            String secret = secret(random);
            SecretRedaction redaction = of(secret);
            int from = random.nextInt(secret.length() - 4);
            String part = secret.substring(from);
            for (String text : List.of(
                    "before " + part + " after",
                    URLEncoder.encode(part, StandardCharsets.UTF_8),
                    halfEncoded(part, random),
                    "near '" + secret.substring(0, secret.length() - from) + "'")) {
                String cleaned = redaction.clean(text);
                String where = "seed " + SEED + ", round " + round + ", secret " + secret + ", text " + text;
                assertThat(cleaned).as(where).contains("****");
                for (int at = 0; at + 4 <= secret.length(); at++) {
                    assertThat(cleaned).as(where).doesNotContain(secret.substring(at, at + 4));
                }
            }
        }
    }

    private static String secret(Random random) {
        StringBuilder secret = new StringBuilder();
        int[] all = CHARACTERS.codePoints().toArray();
        for (int i = 0; i < 8 + random.nextInt(8); i++) {
            secret.appendCodePoint(all[random.nextInt(all.length)]);
        }
        return secret.toString();
    }

    /** Each character encoded or not, in upper or lower case. */
    private static String halfEncoded(String text, Random random) {
        StringBuilder encoded = new StringBuilder();
        text.codePoints().forEach(point -> {
            String character = Character.toString(point);
            if (random.nextBoolean()) {
                encoded.append(character);
                return;
            }
            for (byte octet : character.getBytes(StandardCharsets.UTF_8)) {
                encoded.append(String.format(random.nextBoolean() ? "%%%02x" : "%%%02X", octet));
            }
        });
        return encoded.toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "ab", "abc"})
    void leavesTextsAloneWhenASecretIsTooShortToBeFound(String secret) {
        String text = "a table abc is about to be altered";

        assertThat(of(secret).clean(text)).isSameAs(text);
    }

    @Test
    void writesPlaceholdersByTheirNames() {
        SecretRedaction redaction =
                SecretRedaction.of(List.of(), Map.of("schema", "inventory", "env", "on", "table", "inventory_items"));

        assertThat(redaction.clean("no inventory.inventory_items on invention"))
                .isEqualTo("no ${schema}.${table} on invention");
    }

    @ParameterizedTest
    @CsvSource({"app_password", "API_KEY", "githubToken", "db.secret", "pwd"})
    void masksPartsOfAPlaceholderWhoseNameSaysThatItIsSecret(String name) {
        SecretRedaction redaction = SecretRedaction.of(List.of(), Map.of(name, "Vq/wX9@z"));

        assertThat(redaction.clean("'Vq/wX9@z' 'wX9@z'")).isEqualTo("'${" + name + "}' '********'");
    }

    @Test
    void masksAPlaceholderThatHoldsThePassword() {
        SecretRedaction redaction = SecretRedaction.of(List.of(Secret.of("Vq/wX9@z")), Map.of("x", "Vq/wX9@z"));

        assertThat(redaction.clean("'Vq/wX9@z' 'wX9@z' 'aVq/wX9@zb'")).isEqualTo("'${x}' '********' 'a${x}b'");
    }

    @Test
    void leavesNamesInSqlAloneThatHaveAPartOfASecret() {
        SecretRedaction redaction = SecretRedaction.of(List.of(Secret.of("orders-Vq9")), Map.of("env", "test"));

        assertThat(redaction.cleanWhole("CREATE TABLE orders_test (secret TEXT DEFAULT 'orders-Vq9')"))
                .isEqualTo("CREATE TABLE orders_test (secret TEXT DEFAULT '********')");
    }

    @Test
    void cleansEverythingThatHangsOnAnError() {
        SQLException error = new SQLException("no Vq/wX9@z", "28P01", 7, new UnknownHostException("bob:Vq/wX9@z@h"));
        error.setNextException(new SQLException("next Vq/wX9@z", "08001"));
        error.addSuppressed(new IllegalStateException("too wX9@z"));

        Throwable clean = of("Vq/wX9@z").clean(error);

        assertThat(clean).isInstanceOfSatisfying(SQLException.class, copy -> {
            assertThat(copy.getSQLState()).isEqualTo("28P01");
            assertThat(copy.getErrorCode()).isEqualTo(7);
            assertThat(copy.getStackTrace()).isEqualTo(error.getStackTrace());
            assertThat(copy.getMessage()).isEqualTo("java.sql.SQLException: no ********");
            assertThat(copy.getCause()).hasToString("java.net.UnknownHostException: bob:********@h");
            assertThat(copy.getNextException().getMessage()).isEqualTo("java.sql.SQLException: next ********");
            assertThat(copy.getSuppressed()[0]).hasToString("java.lang.IllegalStateException: too ********");
        });
    }

    @Test
    void keepsAnErrorThatShowsNothing() {
        SQLException error = new SQLException("no", new IllegalStateException("cause"));

        assertThat(of("Vq/wX9@z").clean(error)).isSameAs(error);
    }

    @Test
    void copesWithErrorsThatHangOnEachOther() {
        SQLException first = new SQLException("Vq/wX9@z");
        SQLException second = new SQLException("second", first);
        first.addSuppressed(second);

        Throwable cleaned = of("Vq/wX9@z").clean(second);
        assertThat(java.util.Objects.requireNonNull(cleaned.getCause()).getSuppressed())
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            jdbc:postgresql://bob:s3 cr@et/x@db/shop refused          | s3 cr | bob
            UnknownHostException: bob:s3cret@127.0.0.1                | s3cret | 127.0.0.1
            Incorrect port value : p%40ss@host                        | p%40ss | host
            No suitable driver found for jdbc:x:y?user=u&password=pw1 | pw1 | user=u
            trustStorePassword=geheim; and more                       | geheim | and more
            """)
    void masksWhatLooksLikeTheSecretOfSomebodyElse(String text, String secret, String kept) {
        assertThat(of().ofUnknown().clean(text)).doesNotContain(secret).contains(kept.equals("bob") ? "db/shop" : kept);
        assertThat(of().clean(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(conn=7) Access denied for user 'u'@'127.0.0.1' (using password: YES)",
                "FATAL: password authentication failed for user \"u\"",
                "Key (email)=(bob@example.org) already exists",
                "https://www.postgresql.org/docs"
            })
    void doesNotTakeAnythingElseForASecret(String text) {
        assertThat(of().ofUnknown().clean(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            (see f(bob:s3cret@h))                        | (see f(********@h))
            a:b(bob:s3cret@h refused                     | ********@h refused
            f(x)(bob:s3:cret@h refused                   | f(x)(********@h refused
            //docs and //bob:s3c//x:y@z@h, //c           | //docs and //********@h, //c
            //a/b//bob:s3cret@h refused                  | //a/b//********@h refused
            x=passwordless.token-1 = a&secret=b;c=d      | x=passwordless.token-1 = ********&secret=********;c=d
            a=password=b                                 | a=password=********
            """)
    void masksFromTheFirstPlaceThatCanBeginASecret(String text, String masked) {
        assertThat(of().ofUnknown().clean(text)).isEqualTo(masked);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a1", "a:", "(:", "//a:", "//", "password", "token ", ": a"})
    @Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void looksAtALongLiteralOnce(String part) {
        String text = "invalid input: '" + part.repeat(400_000 / part.length()) + "'";

        assertThat(of().ofUnknown().clean(text)).isEqualTo(text);
    }

    private static void assertShowsNothingOf(String secret, String cleaned) {
        for (int at = 0; at + 4 <= secret.length(); at++) {
            assertThat(cleaned.toLowerCase(Locale.ROOT))
                    .doesNotContain(secret.substring(at, at + 4).toLowerCase(Locale.ROOT));
        }
    }
}
