/**
 * Faults on purpose, with whole processes: killed at any moment, started together, and in random sequences that are held
 * against a model. A short form of each is a test; {@code mvn -Pfaults -pl docs -am verify} runs the long one and writes
 * {@code docs/reference/reliability.md}.
 */
@NullMarked
package dev.switchback.docs.faults;

import org.jspecify.annotations.NullMarked;
