/**
 * Benchmarks: what Switchback costs beside the plain engines and plain JDBC, as ratios within one run. Not part of the
 * tests; {@code mvn -Pbench -pl docs -am verify} runs them and writes {@code docs/reference/performance.md}.
 */
@NullMarked
package dev.switchback.docs.bench;

import org.jspecify.annotations.NullMarked;
