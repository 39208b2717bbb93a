/**
 * Faults on purpose: a source of connections that fails at the n-th JDBC call, and the loop that tries every n and looks
 * at what is left each time.
 */
@NullMarked
package dev.switchback.tck.fault;

import org.jspecify.annotations.NullMarked;
