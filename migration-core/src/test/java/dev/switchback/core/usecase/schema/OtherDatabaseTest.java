package dev.switchback.core.usecase.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A script that is tried in a scratch database never reaches the real one. */
final class OtherDatabaseTest {

    private final OtherDatabase shop = new OtherDatabase(Optional.of("shop"), Set.of("audit"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DROP TABLE shop.book",
                "drop table if exists `shop`.`book`",
                "INSERT INTO shop . book VALUES (1)",
                "UPDATE shop.book SET id = 1",
                "DELETE FROM shop.book",
                "CREATE INDEX i ON shop.book (id)",
                "CREATE TRIGGER t BEFORE INSERT ON shop.book FOR EACH ROW SET NEW.id = 1",
                "DROP TABLE a, shop.b",
                "CREATE UNIQUE INDEX IF NOT EXISTS i ON shop.book (id)",
                "INSERT shop.book VALUES (1)",
                "CALL shop.renumber()",
                "SELECT shop.next_number()",
                "SELECT shop.book.id FROM book",
                "REPLACE shop.book VALUES (1)",
                "RENAME TABLE book TO shop.book",
                "CREATE TABLE book LIKE shop.book",
                "SELECT * FROM book JOIN SHOP.author",
                "INSERT INTO audit.log VALUES (1)",
                "DELETE FROM audit.log"
            })
    void noticesWhatWouldLeaveTheScratchDatabase(String sql) {
        assertThat(shop.isMeant(sql)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DROP TABLE book",
                "SELECT id, shop.id FROM a, shop WHERE name LIKE shop.pattern",
                "INSERT INTO shop VALUES (1) ON DUPLICATE KEY UPDATE shop.id = 2",
                "INSERT INTO book SELECT id FROM audit.log",
                "SELECT shop.id FROM shop JOIN book ON shop.id = book.shop",
                "CREATE TABLE workshop (id INT)",
                "INSERT INTO user_shop VALUES (1.5)"
            })
    void letsATableHaveTheNameOfTheDatabase(String sql) {
        assertThat(shop.isMeant(sql)).isFalse();
        assertThat(OtherDatabase.none().isMeant(sql)).isFalse();
    }
}
