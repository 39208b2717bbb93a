package dev.switchback.tck.fake;

import dev.switchback.core.port.EngineProvider;
import dev.switchback.tck.Output;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs a contract inside of a test, and tells which of its methods failed. */
final class ContractLauncher {

    private static final String ENGINE = "dev.switchback.tck.engine";

    private ContractLauncher() {}

    /**
     * Runs one method of a contract on a broken engine.
     *
     * @param contract a class whose constructor takes an {@link EngineProvider}
     * @param method the method
     * @param engine the broken engine
     * @return what became of it
     */
    static Outcome run(Class<?> contract, String method, BrokenEngine engine) {
        return launch(DiscoverySelectors.selectMethod(contract, method), engine.name());
    }

    /**
     * Runs a whole contract on the good engine.
     *
     * @param contract a class whose constructor may take an {@link EngineProvider}
     * @return what became of each method
     */
    static Outcome run(Class<?> contract) {
        return launch(DiscoverySelectors.selectClass(contract), "none");
    }

    private static Outcome launch(DiscoverySelector selector, String engine) {
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selector)
                .configurationParameter(ENGINE, engine)
                .build();
        // without the listeners that the build registers: what happens in here is no test of the build
        Launcher launcher = LauncherFactory.create(LauncherConfig.builder()
                .enableTestExecutionListenerAutoRegistration(false)
                .enableLauncherSessionListenerAutoRegistration(false)
                .enableLauncherDiscoveryListenerAutoRegistration(false)
                .build());
        Recorder recorder = new Recorder();
        try (Output printed = Output.capture()) {
            launcher.execute(request, recorder);
            return new Outcome(recorder.failures, recorder.passed, printed.text());
        }
    }

    /**
     * What became of the methods.
     *
     * @param failures the message of each method that failed
     * @param passed the methods that passed
     * @param printed what they printed
     */
    record Outcome(Map<String, String> failures, List<String> passed, String printed) {}

    private static final class Recorder implements TestExecutionListener {
        private final Map<String, String> failures = new TreeMap<>();
        private final List<String> passed = new ArrayList<>();

        @Override
        public void executionFinished(TestIdentifier test, TestExecutionResult result) {
            String name = test.getSource()
                    .filter(MethodSource.class::isInstance)
                    .map(source -> ((MethodSource) source).getMethodName())
                    .orElse(test.getDisplayName());
            if (result.getStatus() != TestExecutionResult.Status.SUCCESSFUL) {
                failures.put(name, result.getThrowable().map(String::valueOf).orElse(""));
            } else if (test.isTest()) {
                passed.add(name);
            }
        }
    }

    /** Gives the contract the engine that the launcher was asked to run. */
    static final class Resolver implements ParameterResolver {
        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == EngineProvider.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            String name = context.getConfigurationParameter(ENGINE).orElseThrow();
            for (BrokenEngine broken : BrokenEngine.values()) {
                if (broken.name().equals(name)) {
                    return broken;
                }
            }
            return new FakeEngineProvider();
        }
    }
}
