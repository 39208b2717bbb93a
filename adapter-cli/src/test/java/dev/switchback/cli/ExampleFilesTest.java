package dev.switchback.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.cli.answer.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The manifests, the workflow and the Dockerfile of the distribution: whole, safe, and with commands that exist. */
final class ExampleFilesTest {

    private static final Path DIST = Path.of("src", "main", "dist");
    private static final Path EXAMPLES = DIST.resolve("examples");

    @TempDir
    private Path folder;

    private static Map<?, ?> read(Path file) throws IOException {
        LoaderOptions strict = new LoaderOptions();
        strict.setAllowDuplicateKeys(false);
        return map(new Yaml(new SafeConstructor(strict)).load(Files.readString(file)));
    }

    private static Map<?, ?> map(@Nullable Object value) {
        assertThat(value).isInstanceOf(Map.class);
        return (Map<?, ?>) Objects.requireNonNull(value);
    }

    private static List<?> list(@Nullable Object value) {
        return value == null ? List.of() : (List<?>) value;
    }

    /** With --help at the end a command line is read, and nothing is run. */
    private void assertAccepted(String where, List<String> words) {
        List<String> line = new ArrayList<>(words);
        line.add("--help");
        CommandLineRun.Outcome outcome =
                CommandLineRun.in(folder, FakeMigrations.sound()).run(line.toArray(String[]::new));
        assertThat(outcome.exitCode())
                .as("%s: %s%n%s", where, words, outcome.err())
                .isZero();
    }

    private static List<String> strings(@Nullable Object value) {
        return list(value).stream().map(Object::toString).toList();
    }

    @Test
    void manifestsAreWholeAndSafe() throws IOException {
        try (Stream<Path> files = Files.list(EXAMPLES.resolve("kubernetes"))) {
            for (Path file : files.toList()) {
                Map<?, ?> manifest = read(file);
                String where = file.toString();
                assertThat(List.of("apiVersion", "kind", "metadata", "spec"))
                        .as(where)
                        .allMatch(manifest::containsKey);
                assertThat(map(manifest.get("metadata")).get("name")).as(where).isNotNull();
                Map<?, ?> pod =
                        map(map(map(manifest.get("spec")).get("template")).get("spec"));
                List<Object> volumes = list(pod.get("volumes")).stream()
                        .<Object>map(v -> map(v).get("name"))
                        .toList();
                Stream.concat(list(pod.get("initContainers")).stream(), list(pod.get("containers")).stream())
                        .forEach(container -> checkContainer(where, map(container), volumes));
            }
        }
    }

    private void checkContainer(String where, Map<?, ?> container, List<Object> volumes) {
        assertThat(String.valueOf(container.get("image"))).as(where).matches(".+:[0-9].*");
        Map<?, ?> security = map(container.get("securityContext"));
        assertThat(security.get("runAsNonRoot")).as(where).isEqualTo(true);
        assertThat(security.get("allowPrivilegeEscalation")).as(where).isEqualTo(false);
        Map<?, ?> resources = map(container.get("resources"));
        assertThat(map(resources.get("requests")).containsKey("memory"))
                .as(where)
                .isTrue();
        assertThat(map(resources.get("limits")).containsKey("memory")).as(where).isTrue();
        for (Object mount : list(container.get("volumeMounts"))) {
            assertThat(volumes).as(where).contains(map(mount).get("name"));
        }
        for (Object variable : list(container.get("env"))) {
            assertThat(map(variable).containsKey("value") ^ map(variable).containsKey("valueFrom"))
                    .as(where)
                    .isTrue();
        }
        if (container.containsKey("args")) {
            assertAccepted(where, strings(container.get("args")));
        }
    }

    @Test
    void theJobFailsForGoodOnlyWithExitCodesThatExist() throws IOException {
        Map<?, ?> spec = map(read(EXAMPLES.resolve("kubernetes/job.yaml")).get("spec"));
        Map<?, ?> rule =
                map(list(map(spec.get("podFailurePolicy")).get("rules")).get(0));
        List<Integer> known =
                Arrays.stream(ExitCode.values()).map(ExitCode::number).toList();
        assertThat(strings(map(rule.get("onExitCodes")).get("values")))
                .isNotEmpty()
                .allMatch(code -> known.contains(Integer.parseInt(code)));
    }

    @Test
    void composeRefersToWhatItHas() throws IOException {
        Map<?, ?> file = read(EXAMPLES.resolve("compose.yaml"));
        Map<?, ?> services = map(file.get("services"));
        services.forEach((name, service) -> {
            Map<?, ?> it = map(service);
            assertThat(it.get("image")).as(name.toString()).isNotNull();
            Object on = it.get("depends_on");
            List<String> needed = on instanceof Map<?, ?> conditions
                    ? conditions.keySet().stream().map(Object::toString).toList()
                    : strings(on);
            assertThat(needed).allMatch(services::containsKey);
            assertThat(strings(it.get("secrets"))).allMatch(map(file.get("secrets"))::containsKey);
        });
        assertAccepted("compose", strings(map(services.get("migrate")).get("command")));
    }

    @Test
    void theWorkflowHasStepsThatCanRun() throws IOException {
        Map<?, ?> workflow = read(EXAMPLES.resolve("github/migrations.yml"));
        // YAML 1.1 takes the word on for true
        assertThat(workflow.containsKey("on") || workflow.containsKey(true)).isTrue();
        assertThat(workflow.containsKey("permissions")).isTrue();
        for (Object job : map(workflow.get("jobs")).values()) {
            assertThat(map(job).get("runs-on")).isNotNull();
            for (Object each : list(map(job).get("steps"))) {
                Map<?, ?> step = map(each);
                assertThat(step.containsKey("uses") ^ step.containsKey("run"))
                        .as(step.toString())
                        .isTrue();
                if (step.containsKey("uses")) {
                    assertThat(String.valueOf(step.get("uses"))).matches("[\\w-]+/[\\w-]+@v\\d+");
                } else {
                    checkScript(String.valueOf(step.get("run")));
                }
            }
        }
        Map<?, ?> hook = map(
                list(map(list(read(EXAMPLES.resolve("pre-commit-config.yaml")).get("repos"))
                                        .get(0))
                                .get("hooks"))
                        .get(0));
        checkScript(String.valueOf(hook.get("entry")));
    }

    private void checkScript(String script) {
        for (String line : script.split("\n", -1)) {
            if (line.startsWith("switchback ")) {
                List<String> words = List.of(line.replaceFirst(" > .*", "").split(" ", -1));
                assertAccepted(line, words.subList(1, words.size()));
            }
        }
    }

    @Test
    void theImageRunsAsSomebodyWithoutPrivileges() throws IOException {
        List<String> lines = Files.readAllLines(DIST.resolve("Dockerfile"));
        assertThat(lines.stream().filter(line -> line.startsWith("USER ")))
                .last()
                .asString()
                .matches("USER [1-9]\\d+:[1-9]\\d+");
        assertThat(lines).anyMatch(line -> line.equals("ENTRYPOINT [\"switchback\"]"));
        assertThat(lines).anyMatch(line -> line.matches("ARG JAVA_IMAGE=\\S+:\\d+\\S*"));
        assertThat(lines).noneMatch(line -> line.startsWith("ADD "));
    }
}
