package dev.switchback.core.usecase.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.core.domain.schema.DdlStatement;
import dev.switchback.core.domain.schema.DdlStatement.Risk;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Why a migration cannot be taken back, in the words that stand in its first lines. */
final class RisksTest {

    private static final DdlStatement DROP = new DdlStatement(
            "ALTER TABLE t DROP COLUMN gone", Risk.DROPS_DATA, Optional.of("the values of t.gone are lost"));
    private static final DdlStatement ROUND =
            losing("ALTER TABLE t ALTER COLUMN n TYPE integer", "values of t.n are rounded or cut");

    private static DdlStatement losing(String sql, String note) {
        return new DdlStatement(sql, Risk.LOSES_DATA, Optional.of(note));
    }

    @Test
    void whatIsDroppedDoesNotHideWhatElseIsLost() {
        assertThat(Risks.irreversible(List.of(DROP, ROUND), List.of("column t.gone")))
                .hasValue("it drops what has rows: column t.gone; values of t.n are rounded or cut");
    }

    @Test
    void itIsNotTheWordsThatTellWhetherSomethingIsDropped() {
        DdlStatement cut = losing("ALTER TABLE t ALTER COLUMN n TYPE integer", "digits of t.n are lost");
        DdlStatement drop = new DdlStatement("DROP TABLE u", Risk.DROPS_DATA, Optional.of("nothing of u stays"));

        assertThat(Risks.irreversible(List.of(cut, drop), List.of("table u")))
                .hasValue("it drops what has rows: table u; digits of t.n are lost");
    }

    @Test
    void whatIsDroppedIsSaidOnce() {
        assertThat(Risks.irreversible(List.of(DROP), List.of("column t.gone")))
                .hasValue("it drops what has rows: column t.gone");
        assertThat(Risks.irreversible(List.of(ROUND), List.of())).hasValue("values of t.n are rounded or cut");
        assertThat(Risks.irreversible(List.of(), List.of())).isEmpty();
    }
}
