package dev.switchback.liquibase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchback.api.error.ConfigurationException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import liquibase.Scope;
import liquibase.change.ChangeFactory;
import liquibase.database.core.PostgresDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The table of types against Liquibase's own. */
final class ChangeTypesTest {

    private static <T> T liquibase(Function<ChangeFactory, T> question) throws Exception {
        return LiquibaseScopes.quietly(
                () -> question.apply(Scope.getCurrentScope().getSingleton(ChangeFactory.class)));
    }

    @Test
    void areAllThatLiquibaseHas() throws Exception {
        Set<String> defined = liquibase(factory -> new TreeSet<>(factory.getDefinedChanges()));
        assertThat(ChangeTypes.all()).isEqualTo(defined);
    }

    @Test
    void takeThemselvesBackWhereLiquibaseSaysSo() throws Exception {
        for (String type : ChangeTypes.all()) {
            if (ChangeTypes.isSafe(type)) {
                boolean reversible =
                        liquibase(factory -> factory.create(type).supportsRollback(new PostgresDatabase()));
                assertThat(ChangeTypes.isReversible(type)).as(type).isEqualTo(reversible);
            }
        }
    }

    @Test
    void areEachOfOneSortOnly() {
        assertThat(ChangeTypes.all()).allSatisfy(type -> {
            int sorts = (ChangeTypes.isSafe(type) ? 1 : 0)
                    + (ChangeTypes.allowable().contains(type) ? 1 : 0)
                    + (ChangeTypes.obstacle(type).isPresent() ? 1 : 0);
            assertThat(sorts).isEqualTo(1);
        });
    }

    @Test
    void canBeAllowedByName() {
        assertThat(AllowedChanges.of(List.of("customChange", "createTable")).contains("customChange"))
                .isTrue();
        assertThat(AllowedChanges.of(List.of()).contains("customChange")).isFalse();
        assertThat(AllowedChanges.of(List.of()).contains("createTable")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"executeCommand", "loadData", "sqlFile", "stop"})
    void cannotAllBeAllowed(String type) {
        assertThatThrownBy(() -> AllowedChanges.of(List.of(type)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(type + " cannot be allowed")
                .extracting(e -> ((ConfigurationException) e).nextStep())
                .isEqualTo("remove it; what can be allowed: customChange");
    }

    @Test
    void areGuessedWhereTheyAreMisspelt() {
        assertThatThrownBy(() -> AllowedChanges.of(List.of("customChagne")))
                .extracting(e -> ((ConfigurationException) e).nextStep())
                .isEqualTo("did you mean customChange?");
        assertThatThrownBy(() -> AllowedChanges.of(List.of("somethingElse")))
                .extracting(e -> ((ConfigurationException) e).nextStep())
                .isEqualTo("what can be allowed: customChange");
    }
}
