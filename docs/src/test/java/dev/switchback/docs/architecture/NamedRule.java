package dev.switchback.docs.architecture;

import com.tngtech.archunit.lang.ArchRule;

/**
 * A rule that a test can call by name.
 *
 * @param name what it says, in one sentence
 * @param culprit the simple name of the class in the fixture that breaks it
 * @param rule the rule
 */
record NamedRule(String name, String culprit, ArchRule rule) {
    @Override
    public String toString() {
        return name;
    }
}
