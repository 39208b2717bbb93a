package dev.switchback.core.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.api.model.Direction;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AttemptTest {

    private static Attempt of(String name) {
        return new Attempt(name, name, Direction.UP, 1, 2, Optional.empty(), "somebody", true);
    }

    @Test
    void advisesCommandsThatCanBeCopiedWhateverAFileIsCalled() {
        assertThat(of("R__customer view.sql").nextStep())
                .contains("switchback repair --resume 'R__customer view.sql'\n")
                .contains("switchback repair --mark-applied 'R__customer view.sql' or")
                .endsWith("--mark-reverted 'R__customer view.sql'");
        assertThat(of("2").nextStep())
                .contains("switchback repair --resume 2\n")
                .endsWith("--mark-reverted 2");
    }
}
