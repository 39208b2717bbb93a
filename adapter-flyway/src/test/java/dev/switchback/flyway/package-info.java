/** Tests of the Flyway engine; plain Flyway is the oracle. */
@NullMarked
package dev.switchback.flyway;

import org.jspecify.annotations.NullMarked;
