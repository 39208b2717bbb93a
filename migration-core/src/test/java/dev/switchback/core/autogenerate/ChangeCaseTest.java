package dev.switchback.core.autogenerate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.api.config.DatabaseKind;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The cases themselves: all of them can be read and applied, and there are many on each database. */
final class ChangeCaseTest {

    @ParameterizedTest
    @EnumSource
    void everyDatabaseHasManyCasesThatChangeItsSchema(DatabaseKind kind) {
        SchemaText shop = SchemaText.read("shop.sql");
        List<String> before = shop.statements(kind);

        assertThat(before).filteredOn(sql -> sql.startsWith("create table")).hasSizeGreaterThan(11);
        assertThat(ChangeCase.all().stream().filter(c -> c.isFor(kind)))
                .hasSizeGreaterThan(59)
                .allSatisfy(c -> assertThat(c.applied(shop).statements(kind))
                        .as(c.name())
                        .isNotEqualTo(before));
    }
}
