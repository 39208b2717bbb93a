package dev.switchback.core.usecase.schema;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A script that is tried in a scratch database never reaches the real one. */
final class OtherDatabaseTest {

    private final OtherDatabase shop = OtherDatabase.named("shop");

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
                "USE other"
            })
    void noticesWhatWouldLeaveTheScratchDatabase(String sql) {
        assertThat(shop.isMeant(sql)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DROP TABLE book",
                "SELECT shop.id FROM shop JOIN book ON shop.id = book.shop",
                "CREATE TABLE workshop (id INT)",
                "INSERT INTO user_shop VALUES (1.5)"
            })
    void letsATableHaveTheNameOfTheDatabase(String sql) {
        assertThat(shop.isMeant(sql)).isFalse();
        assertThat(OtherDatabase.none().isMeant(sql)).isFalse();
    }
}
