package dev.switchback.core.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.core.sql.ScriptText;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Header, directives and configuration of a script. */
class ScriptTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " \n\t",
                "-- a comment",
                "-- a\n-- b\n",
                "/* a */ ; ;",
                "/* a\n /* nested */ */",
                "# mysql\n// h2\n--",
            })
    void findsNothingToRun(String text) {
        assertThat(ScriptHeader.read(ScriptText.of(text)).hasStatement()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select 1",
                "-- a\nselect 1",
                "/* a */ select 1",
                "/*!40101 SET x=1 */",
                "/*M! SET x=1 */",
                "/* never closed select 1",
                "'--'",
                "\\restrict x",
            })
    void findsSomethingToRun(String text) {
        assertThat(ScriptHeader.read(ScriptText.of(text)).hasStatement()).isTrue();
    }

    @Test
    void readsDirectives() {
        Directives directives = directives("\n/* head */\n--switchback: transaction=off\n"
                + "-- Switchback:   irreversible  data is gone \n-- other\nselect 1;");
        assertThat(directives).isEqualTo(new Directives(true, Optional.of("data is gone"), List.of()));
        assertThat(directives("select 1; -- nothing").transactionOff()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-- switchback: transaction=on         | unknown directive 'transaction=on'",
                "-- switchback: no-transaction         | unknown directive 'no-transaction'",
                "-- switchback:                        | unknown directive ''",
                "-- switchback: irreversible           | irreversible needs a reason",
                "-- switchback: irreversibly           | unknown directive",
            })
    void refusesOtherDirectives(String line, String reason) {
        assertThat(directives("-- head\n" + line + "\nselect 1").faults())
                .singleElement()
                .satisfies(fault -> {
                    assertThat(fault.line()).isEqualTo(2);
                    assertThat(fault.reason()).contains(reason);
                });
    }

    @Test
    void refusesADirectiveThatComesTooLate() {
        assertThat(directives("/* a\n b */ select 1;\n\n  -- switchback: transaction=off\n")
                        .faults())
                .containsExactly(new Directives.Fault(4, "a directive must stand before the first statement"));
    }

    @Test
    void readsTheConfiguration() {
        ScriptConf conf = ScriptConf.parse(
                "# comment\n\nexecuteInTransaction=false\n placeholderReplacement = TRUE \nencoding=utf-8\n");
        assertThat(conf).isEqualTo(new ScriptConf(Optional.of(false), Optional.of(true), List.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "executeInTransaction=no",
                "executeInTransaction",
                "executeintransaction=false",
                "encoding=ISO-8859-1",
                "shouldExecute=true",
                "flyway.url=jdbc:h2:mem:x",
            })
    void refusesOtherConfiguration(String line) {
        assertThat(ScriptConf.parse("\n" + line).faults()).singleElement().satisfies(fault -> {
            assertThat(fault.line()).isEqualTo(2);
            assertThat(fault.reason()).contains(line).contains(ScriptConf.KNOWN);
        });
    }

    private static Directives directives(String text) {
        return Directives.of(ScriptText.of(text), ScriptHeader.read(ScriptText.of(text)));
    }
}
