package dev.switchback.core.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchback.api.error.InvalidTargetException;
import dev.switchback.api.model.AppliedMigration;
import dev.switchback.api.model.MigrationVersion;
import dev.switchback.api.model.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which version a tag stands for. */
class TaggedStateTest {

    private static final Target.Tag TAG = new Target.Tag("v1");

    private static Optional<MigrationVersion> version(Set<Integer> tagged, String... rows) {
        List<AppliedMigration> history = new ArrayList<>(Given.history(rows));
        tagged.forEach(i -> history.set(i, history.get(i).tagged("V1")));
        return new TaggedState(history, TAG).version();
    }

    @Test
    void isTheHighestUpToTheRowThatHasIt() {
        assertThat(version(Set.of(1), "V1", "V3", "V4")).contains(MigrationVersion.of("3"));
        assertThat(version(Set.of(1), "V3", "Rviews", "V4")).contains(MigrationVersion.of("3"));
    }

    @Test
    void isTheFirstStateIfNothingVersionedStandsBeforeIt() {
        assertThat(version(Set.of(0), "Rviews", "V1")).isEmpty();
    }

    @Test
    void isTheLastOfRowsThatWereTaggedTogether() {
        assertThat(version(Set.of(0, 1, 2), "V1", "V2", "V3", "V4")).contains(MigrationVersion.of("3"));
    }

    @Test
    void refusesATagAtTwoPlaces() {
        assertThatThrownBy(() -> version(Set.of(0, 2), "V1", "V2", "V3"))
                .isInstanceOf(InvalidTargetException.class)
                .hasMessage("target '@v1': is at more than one place of the history: 1 and 3");
    }

    @Test
    void refusesAStateThatNoVersionStandsFor() {
        assertThatThrownBy(() -> version(Set.of(1), "V1", "V3", "V2"))
                .isInstanceOf(InvalidTargetException.class)
                .hasMessageContaining("was set at 3, and 2 was applied after it although it is older");
    }

    @Test
    void refusesATagThatNoRowHas() {
        assertThatThrownBy(() -> version(Set.of(), "V1"))
                .isInstanceOf(InvalidTargetException.class)
                .hasMessageContaining("no applied migration has this tag")
                .extracting(e -> ((InvalidTargetException) e).nextStep())
                .asString()
                .contains("a change set that Switchback has not made is no target")
                .as("options that belong to the command are written behind it")
                .endsWith("switchback history");
    }
}
