/**
 * The smallest engine that keeps every contract, in plain JDBC, and copies of it that each break one: they show that the
 * contracts can fail.
 */
@NullMarked
package dev.switchback.tck.fake;

import org.jspecify.annotations.NullMarked;
