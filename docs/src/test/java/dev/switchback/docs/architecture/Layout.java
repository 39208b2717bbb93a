package dev.switchback.docs.architecture;

import java.util.List;
import java.util.stream.Stream;

/**
 * Where things are, below a base package. The rules are written against a layout, so that the same rule runs on the
 * product and on the fixture that breaks it.
 *
 * @param base the base package
 */
record Layout(String base) {

    static final Layout PRODUCT = new Layout("dev.switchback");
    static final Layout FIXTURE = new Layout("dev.switchback.docs.architecture.fixture");

    /** Packages of other people, as rules name them. */
    static final List<String> THIRD_PARTY = List.of(
            "org.flywaydb",
            "liquibase",
            "picocli",
            "com.fasterxml.jackson.jr",
            "dagger",
            "com.zaxxer.hikari",
            "org.slf4j",
            "org.springframework",
            "io.micrometer",
            "org.eclipse.microprofile",
            "jdk.jfr",
            "com.sun.net.httpserver");

    String api() {
        return base + ".api";
    }

    String error() {
        return api() + ".error";
    }

    String core() {
        return base + ".core";
    }

    String core(String part) {
        return core() + "." + part;
    }

    String flyway() {
        return base + ".flyway";
    }

    String liquibase() {
        return base + ".liquibase";
    }

    String cli() {
        return base + ".cli";
    }

    String startup() {
        return base + ".startup";
    }

    String startup(String framework) {
        return startup() + "." + framework;
    }

    /** Every package of ours that a rule names; each must hold a class, or a rule about it says nothing. */
    List<String> named() {
        return Stream.of(
                        Stream.of(api(), error(), flyway(), liquibase(), cli(), startup()),
                        Stream.of("spring", "microprofile").map(this::startup),
                        Stream.of("model", "event", "health", "config", "spi").map(p -> api() + "." + p),
                        Stream.of("port", "domain", "usecase", "source", "sql", "jdbc", "redaction", "wiring")
                                .map(this::core))
                .flatMap(s -> s)
                .toList();
    }

    /** A package and everything below it. */
    static String in(String name) {
        return name + "..";
    }
}
