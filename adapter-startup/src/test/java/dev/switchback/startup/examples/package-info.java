/** The services of {@code docs/examples}, compiled and started as processes. */
@NullMarked
package dev.switchback.startup.examples;

import org.jspecify.annotations.NullMarked;
