/** Tests of the Liquibase engine, with plain Liquibase as the oracle. */
@NullMarked
package dev.switchback.liquibase;

import org.jspecify.annotations.NullMarked;
