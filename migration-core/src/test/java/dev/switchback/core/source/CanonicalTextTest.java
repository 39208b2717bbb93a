package dev.switchback.core.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CanonicalTextTest {
    private static final List<String> PIECES =
            List.of("select 1;", "\n", "\n\n", "é", "漢", "😀", " ", "--", "'", "x", "\t");

    @Test
    void hashesTheBytesThatStandardToolsHash() throws Exception {
        assertThat(CanonicalText.decode("abc".getBytes(StandardCharsets.UTF_8)).sha256())
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @RepeatedTest(100)
    void lineEndsAndByteOrderMarkChangeNothing(RepetitionInfo repetition) throws Exception {
        Random random = new Random(repetition.getCurrentRepetition());
        String text = randomText(random);
        CanonicalText plain = decode(text);
        assertThat(plain.string()).isEqualTo(text);
        for (String end : List.of("\n", "\r\n", "\r")) {
            assertThat(decode(text.replace("\n", end))).isEqualTo(plain);
            assertThat(decode("\uFEFF" + text.replace("\n", end))).isEqualTo(plain);
        }
    }

    @RepeatedTest(100)
    void anyOtherChangeOfOneByteChangesTheHash(RepetitionInfo repetition) throws Exception {
        Random random = new Random(repetition.getCurrentRepetition());
        byte[] bytes = randomText(random).getBytes(StandardCharsets.UTF_8);
        String before = CanonicalText.decode(bytes).sha256();
        int at = random.nextInt(bytes.length);
        byte old = bytes[at];
        for (int value = 0; value < 256; value++) {
            // a carriage return in place of a line feed is a change of line ends only
            boolean sameLineEnd = old == '\n' && value == '\r';
            if (value == (old & 0xFF) || sameLineEnd) {
                continue;
            }
            bytes[at] = (byte) value;
            assertThat(hashOrRefusal(bytes)).as("byte %s as %s", at, value).isNotEqualTo(before);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "61C3,             1:2, is not UTF-8",
        "610AE4,           2:1, is not UTF-8",
        "610D0A62E462,     2:2, is not UTF-8",
        "610D62E462,       2:2, is not UTF-8",
        "61C0AF,           1:2, is not UTF-8",
        "EDA080,           1:1, is not UTF-8",
        "FFFE61006200,     1:1, begins with the mark of UTF-16",
        "FEFF00610062,     1:1, begins with the mark of UTF-16",
        "6162000A,         1:3, is a NUL byte",
    })
    void namesLineAndByteOfWhatIsNotText(String hex, String position, String reason) {
        assertThatThrownBy(() -> CanonicalText.decode(HexFormat.of().parseHex(hex)))
                .isInstanceOfSatisfying(MalformedTextException.class, e -> {
                    assertThat(e.position()).isEqualTo(position);
                    assertThat(e.reason()).contains(reason);
                });
    }

    private static String hashOrRefusal(byte[] bytes) {
        try {
            return CanonicalText.decode(bytes).sha256();
        } catch (MalformedTextException e) {
            return "refused";
        }
    }

    private static CanonicalText decode(String text) throws Exception {
        return CanonicalText.decode(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String randomText(Random random) {
        StringBuilder text = new StringBuilder("x");
        for (int i = random.nextInt(30); i >= 0; i--) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.toString();
    }
}
