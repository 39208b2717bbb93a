package dev.switchback.docs.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.lang.EvaluationResult;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A rule that nothing can break is no rule: each one is broken by a class of the fixture. */
final class RulesBiteTest {

    static List<NamedRule> rules() {
        return Rules.all(Layout.FIXTURE);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void namesTheClassThatBreaksIt(NamedRule rule) {
        EvaluationResult result = rule.rule().evaluate(Imported.FIXTURE);

        assertThat(result.getFailureReport().getDetails())
                .as(rule.name())
                .anyMatch(detail -> detail.contains("." + rule.culprit()));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void letsTheInnocentPass(NamedRule rule) {
        assertThat(rule.rule().evaluate(Imported.FIXTURE).getFailureReport().getDetails())
                .as(rule.name())
                .noneMatch(detail -> detail.contains(Layout.FIXTURE.base() + ".api.Innocent"));
    }

    @Test
    void everyRuleHasANameOfItsOwn() {
        assertThat(rules()).extracting(NamedRule::name).doesNotHaveDuplicates().hasSizeGreaterThan(30);
    }
}
