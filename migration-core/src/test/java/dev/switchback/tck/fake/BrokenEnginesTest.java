package dev.switchback.tck.fake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The contracts can fail: each broken copy of the fake engine is caught, in the place that is named here. */
final class BrokenEnginesTest {

    private static final Class<?> STORE = LaunchedSchemaVersionStoreContract.class;
    private static final Class<?> RUNNER = LaunchedMigrationRunnerContract.class;
    private static final Class<?> FAILURE = LaunchedRunnerFailureContract.class;
    private static final Class<?> PROVIDER = LaunchedEngineProviderContract.class;

    static Stream<Arguments> broken() {
        return Stream.of(
                arguments(BrokenEngine.RECORDS_NOTHING, RUNNER, "appliesInTheOrderGivenAndRecordsEach"),
                arguments(BrokenEngine.RECORDS_BEFORE_IT_RUNS, FAILURE, "failureRollsBackRowsOnEveryDatabase"),
                arguments(
                        BrokenEngine.SWALLOWS_FAILURES, FAILURE, "failureNamesTheStatementAndCarriesTheDatabasesError"),
                arguments(
                        BrokenEngine.COMMITS_HALF_A_FAILED_SCRIPT,
                        FAILURE,
                        "failureLeavesNothingBehindWhereDdlIsTransactional"),
                arguments(BrokenEngine.COMMITS_HALF_A_FAILED_SCRIPT, FAILURE, "anErrorIsRolledBackToo"),
                arguments(BrokenEngine.LEAVES_A_TRANSACTION_OPEN, RUNNER, "leavesNoTransactionOpenBetweenSteps"),
                arguments(BrokenEngine.FORGETS_AUTO_COMMIT, RUNNER, "givesTheConnectionBackAsItWas"),
                arguments(BrokenEngine.CLOSES_THE_CONNECTION, RUNNER, "givesTheConnectionBackAsItWas"),
                arguments(BrokenEngine.TELLS_NO_STATEMENTS, RUNNER, "tellsEachStatementWithItsPlaceBeforeAndAfter"),
                arguments(BrokenEngine.TELLS_NO_STATEMENTS, FAILURE, "aListenerThatFailsAfterAStatementUndoesIt"),
                arguments(BrokenEngine.SENDS_WHAT_IS_DONE, RUNNER, "leavesOutWhatTheListenerSaysIsDone"),
                arguments(
                        BrokenEngine.SENDS_WHAT_IS_DONE,
                        FAILURE,
                        "aListenerThatKnowsAnotherScriptStopsItBeforeAnythingIsSent"),
                arguments(BrokenEngine.REVEALS_THE_PLACEHOLDERS, FAILURE, "revealsNoPlaceholderAndPrintsNothing"),
                arguments(BrokenEngine.PRINTS, RUNNER, "printsNothing"),
                arguments(BrokenEngine.KEEPS_THE_REPEATABLES, RUNNER, "forgetsTheRepeatablesWithTheFirstStepDown"),
                arguments(BrokenEngine.REVERSES_THE_HISTORY, STORE, "historyIsInAppliedOrderNotInVersionOrder"),
                arguments(BrokenEngine.CREATES_THE_TABLE_ON_READ, STORE, "readingCreatesNothing"),
                arguments(BrokenEngine.IGNORES_FORGET, STORE, "forgottenMigrationsAreGoneAndTheOthersStay"),
                arguments(BrokenEngine.COMMITS_FOR_THE_CALLER, STORE, "writingLeavesTheCommitToTheCaller"),
                arguments(BrokenEngine.FINDS_EVERY_EDIT_FINE, STORE, "anEditedFileDiffers"),
                arguments(BrokenEngine.LOSES_THE_OLD_HISTORY, STORE, "creatingAgainKeepsTheHistory"),
                arguments(BrokenEngine.IGNORES_THE_TABLE_NAME, PROVIDER, "honoursTheNameOfTheHistoryTable"));
    }

    @ParameterizedTest(name = "{0} is caught by {2}")
    @MethodSource("broken")
    void isCaughtInTheNamedPlace(BrokenEngine engine, Class<?> contract, String method) {
        assertThat(ContractLauncher.run(contract, method, engine).failures()).containsKey(method);
    }

    @Test
    void everyBrokenEngineIsTried() {
        Set<Object> tried = broken().map(row -> row.get()[0]).collect(Collectors.toSet());
        assertThat(tried).containsExactlyInAnyOrderElementsOf(Arrays.asList((Object[]) BrokenEngine.values()));
    }

    @Test
    void theUnbrokenEngineFailsNowhereWhenLaunchedTheSameWay() {
        for (Class<?> contract : List.of(STORE, RUNNER, FAILURE, PROVIDER)) {
            ContractLauncher.Outcome outcome = ContractLauncher.run(contract);
            assertThat(outcome.failures()).as(contract.getSimpleName()).isEmpty();
            assertThat(outcome.passed()).as(contract.getSimpleName()).hasSizeGreaterThan(4);
        }
    }

    @Test
    void aLeakedConnectionIsCaughtAfterTheTest() {
        assertThat(ContractLauncher.run(LeakingContract.class).failures())
                .hasEntrySatisfying(
                        "keepsAConnection",
                        message -> assertThat(message).contains("connections that were not given back"));
    }
}
