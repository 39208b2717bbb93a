package dev.switchback.liquibase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.api.config.DatabaseKind;
import dev.switchback.core.domain.MigrationFileName;
import dev.switchback.core.domain.ParsedFileName;
import dev.switchback.core.port.NativeFormat.Fault;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** New changelogs, and such as get another name. */
final class ChangelogTemplateTest {

    private static final LiquibaseNativeFormat FORMAT =
            new LiquibaseNativeFormat(DatabaseKind.H2, AllowedChanges.of(List.of()));

    private static MigrationFileName name(String fileName) {
        return ((ParsedFileName.Valid) MigrationFileName.parse(fileName)).name();
    }

    @ParameterizedTest
    @ValueSource(strings = {"V1__a.yaml", "V1__a.yml", "V1__a.xml", "V1__a.json", "V20261123071500__a.xml"})
    void areRefusedUntilTheyAreWritten(String fileName) {
        String text = FORMAT.template(name(fileName), List.of("It has a remark."), true);
        assertThat(text).contains("It has a remark.");
        assertThat(BadChangelogTest.read(fileName, text).faults())
                .extracting(Fault::reason)
                .containsExactly("has no changes, nothing to run", "has an empty rollback, which takes nothing back");
        assertThat(BadChangelogTest.read(fileName, FORMAT.template(name(fileName), List.of(), false))
                        .faults())
                .extracting(Fault::reason)
                .containsExactly("has no changes, nothing to run");
    }

    @ParameterizedTest
    @ValueSource(strings = {"R__a_view.yaml", "R__a_view.xml", "R__a_view.json"})
    void areRepeatable(String fileName) {
        assertThat(BadChangelogTest.read(fileName, FORMAT.template(name(fileName), List.of(), false))
                        .faults())
                .extracting(Fault::reason)
                .containsExactly("has no changes, nothing to run");
    }

    @Test
    void holdAnExampleThatRuns() {
        String xml = FORMAT.template(name("V1__a.xml"), List.of(), false)
                .replace("<!-- Write the changes here, for example:", "")
                .replace("    -->", "");
        assertThat(BadChangelogTest.read("V1__a.xml", xml).up().string().strip())
                .isEqualTo("CREATE TABLE invoice (id BIGINT);");
        String yaml = FORMAT.template(name("R__a.yaml"), List.of(), false)
                .replace("      changes: []\n", "")
                .replace("      # ", "      ")
                .replace("      Write the changes here, for example:\n", "");
        assertThat(BadChangelogTest.read("R__a.yaml", yaml).up().string())
                .contains("CREATE OR REPLACE VIEW open_invoice AS select id from invoice");
    }

    @ParameterizedTest
    @ValueSource(strings = {"V1__a.yaml", "V1__a.xml", "V1__a.json"})
    void getTheIdOfAnotherName(String fileName) {
        MigrationFileName to = name(fileName.replace("V1_", "V1.2_"));
        String text = FORMAT.template(name(fileName), List.of(), false);
        assertThat(FORMAT.renamed(text, name(fileName), to)).contains(FORMAT.template(to, List.of(), false));
        assertThat(FORMAT.renamed("<!-- id=\"1\" -->" + text, name(fileName), to))
                .isEqualTo(Optional.empty());
        assertThat(FORMAT.renamed(text, name("V7__a.xml"), to)).isEmpty();
    }
}
