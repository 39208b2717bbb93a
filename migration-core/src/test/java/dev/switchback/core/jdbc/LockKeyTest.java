package dev.switchback.core.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The numbers of locks. Old and new builds meet on one database, so they are pinned for ever. */
final class LockKeyTest {

    @Test
    void isPinned() {
        assertThat(LockKey.POSTGRESQL).isEqualTo(-3_825_903_436_121_778_853L);
        assertThat(Long.toHexString(LockKey.of("mariadb", "shop"))).isEqualTo("6b73936a6035bfd2");
    }

    @Test
    void tellsDatabasesApart() {
        List<Long> keys = new ArrayList<>();
        for (String product : List.of("postgresql", "mariadb")) {
            for (int i = 0; i < 500; i++) {
                keys.add(LockKey.of(product, "shop" + i));
            }
        }
        keys.add(LockKey.of("a", "bc"));
        keys.add(LockKey.of("ab", "c"));
        assertThat(new HashSet<>(keys)).hasSameSizeAs(keys);
    }
}
