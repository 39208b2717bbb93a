package dev.switchback.core.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchback.api.model.MigrationVersion;
import dev.switchback.core.domain.MigrationFileName.Prefix;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MigrationFileNameTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "V1__init.sql,                             V, 1,              init",
                "V1.2.10__add_table.sql,                   V, 1.2.10,         add table",
                "V1_2__add_table.sql,                      V, 1.2,            add table",
                "V01__x.sql,                               V, 01,             x",
                "V20261123071500__add_invoice.sql,         V, 20261123071500, add invoice",
                "V1__what's__that.sql,                     V, 1,              what's  that",
                "V1__größe.sql,                            V, 1,              größe",
                "V1__a b-c.d.sql,                          V, 1,              a b-c.d",
                "U1__init.sql,                             U, 1,              init",
                "B7__base.sql,                             B, 7,              base",
                "V1.2__add_orders.yaml,                    V, 1.2,            add orders",
                "V3__add.sql.xml,                          V, 3,              add.sql",
            })
    void readsVersionedNames(String fileName, Prefix prefix, String version, String description) {
        assertThat(valid(fileName))
                .isEqualTo(new MigrationFileName(
                        prefix, Optional.of(MigrationVersion.of(version)), description, fileName));
        assertThat(valid(fileName).version().map(MigrationVersion::text)).contains(version);
    }

    @Test
    void readsRepeatableNames() {
        assertThat(valid("R__open_loan.sql"))
                .isEqualTo(new MigrationFileName(Prefix.R, Optional.empty(), "open loan", "R__open_loan.sql"));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "v2__b.sql,          begins with a small v,                     V2__b.sql",
                "r__view.sql,        begins with a small r,                     R__view.sql",
                "u1__x.sql,          begins with a small u,                     U1__x.sql",
                "V3_c.sql,           one underscore,                            V3__c.sql",
                "V20200101_users.sql,one underscore,                            V20200101__users.sql",
                "V3-c.sql,           no two underscores,                        V3__c.sql",
                "V4__d.SQL,          ends in .SQL instead of .sql,              V4__d.sql",
                "v5_e.Sql,           ends in .Sql instead of .sql,              V5__e.sql",
                "V6.sql,             has no description,                        V6__what_it_does.sql",
                "V6__.sql,           has no description,                        V6__what_it_does.sql",
                "V6____.sql,         has no description,                        V6__what_it_does.sql",
                "R1__view.sql,       has a version,                             R__view.sql",
                "R_view.sql,         no two underscores between R,              R__view.sql",
                "v2_b.XML,           ends in .XML instead of .xml,              V2__b.xml",
                "V3-c.json,          no two underscores,                        V3__c.json",
            })
    void saysWhatIsWrongAndWhatWasMeant(String fileName, String reason, String suggestion) {
        ParsedFileName.Invalid invalid = invalid(fileName);
        assertThat(invalid.reason()).contains(reason);
        assertThat(invalid.suggestion()).contains(suggestion);
        assertThat(MigrationFileName.parse(suggestion)).isInstanceOf(ParsedFileName.Valid.class);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "V__x.sql,         has no version",
                "B__x.sql,         has no version",
                "V1a__x.sql,       '1a' is not a version",
                "V1..2__x.sql,     '1..2' is not a version",
                "V1.__x.sql,       '1.' is not a version",
                "V-1__x.sql,       '-1' is not a version",
                "Vx__y.sql,        'x' is not a version",
                "users.sql,        does not begin with V<version>__",
                "Views.sql,        does not begin with V<version>__",
                "Reports.sql,      does not begin with V<version>__",
                ".sql,             does not begin with V<version>__",
                "readme.txt,       is not a .sql file",
                "changelog.xml,    does not begin with V<version>__",
                "package.json,     does not begin with V<version>__",
                "V1__x.sql.bak,    is not a .sql file",
                "\"\",             is not a .sql file",
                "\"V1__a\u0007.sql\", control character",
                "\"V1__a\\b.sql\", slash",
            })
    void suggestsNothingWhereNothingIsNear(String fileName, String reason) {
        assertThat(invalid(fileName).reason()).contains(reason);
        assertThat(invalid(fileName).suggestion()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 49, 50})
    void acceptsVersionsUpToTheLimit(int length) {
        assertThat(valid("V" + "1".repeat(length) + "__x.sql").version()).isPresent();
    }

    @Test
    void refusesLongerVersionsAndDescriptionsAndNames() {
        assertThat(invalid("V" + "1".repeat(60) + "__x.sql").reason())
                .contains("version of 60 characters")
                .contains("50");
        assertThat(valid("V1__" + "d".repeat(200) + ".sql").description()).hasSize(200);
        assertThat(invalid("V1__" + "d".repeat(201) + ".sql").reason()).contains("description of 201 characters");
        assertThat(invalid("V1__" + "d".repeat(300) + ".sql").reason()).contains("longer than 255 characters");
    }

    @Test
    void isPutTogetherFromItsParts() {
        Optional<MigrationVersion> version = Optional.of(MigrationVersion.of("1.2"));
        assertThat(MigrationFileName.format(Prefix.U, version, "add_x")).isEqualTo("U1.2__add_x.sql");
        assertThat(MigrationFileName.format(Prefix.R, Optional.empty(), "x")).isEqualTo("R__x.sql");
    }

    @Test
    void hasNoVersionExactlyIfRepeatable() {
        assertThatThrownBy(() -> new MigrationFileName(Prefix.V, Optional.empty(), "x", "V__x.sql"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static MigrationFileName valid(String fileName) {
        ParsedFileName parsed = MigrationFileName.parse(fileName);
        assertThat(parsed).isInstanceOf(ParsedFileName.Valid.class);
        return ((ParsedFileName.Valid) parsed).name();
    }

    private static ParsedFileName.Invalid invalid(String fileName) {
        ParsedFileName parsed = MigrationFileName.parse(fileName);
        assertThat(parsed).isInstanceOf(ParsedFileName.Invalid.class);
        return (ParsedFileName.Invalid) parsed;
    }
}
