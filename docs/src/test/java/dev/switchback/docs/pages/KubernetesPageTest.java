package dev.switchback.docs.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.cli.answer.ExitCode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** The manifests are YAML of the kinds that the page promises, and the Job gives up on the right exit codes. */
final class KubernetesPageTest {

    /** What another attempt may mend, and what is no failure. */
    private static final Set<ExitCode> NOT_FINAL =
            EnumSet.of(ExitCode.OK, ExitCode.PENDING, ExitCode.LOCKED, ExitCode.UNAVAILABLE);

    private final List<Object> manifests = MarkdownPage.read("docs/how-to/run-on-kubernetes.md").blocks("yaml").stream()
            .map(block -> new Yaml().<Object>load(block.text()))
            .toList();

    @Test
    void showsAJobAndTwoDeployments() {
        assertThat(manifests).extracting(m -> at(m, "kind")).containsExactly("Job", "Deployment", "Deployment");
    }

    @Test
    void theJobGivesUpOnEveryExitCodeThatNeedsAPerson() {
        Object rule = ((List<?>) at(manifests.get(0), "spec", "podFailurePolicy", "rules")).get(0);

        List<Integer> expected = new ArrayList<>();
        Arrays.stream(ExitCode.values())
                .filter(code -> !NOT_FINAL.contains(code) && code.number() < 128)
                .forEach(code -> expected.add(code.number()));
        assertThat(at(rule, "action")).isEqualTo("FailJob");
        assertThat((List<?>) at(rule, "onExitCodes", "values"))
                .isEqualTo(expected.stream().sorted().toList());
    }

    private static Object at(Object node, String... path) {
        Object found = node;
        for (String name : path) {
            found = java.util.Objects.requireNonNull(((Map<?, ?>) found).get(name), name);
        }
        return found;
    }
}
