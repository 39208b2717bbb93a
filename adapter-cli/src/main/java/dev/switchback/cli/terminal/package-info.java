/**
 * The process around a command: streams, environment and clock, and how text is laid out and coloured. Nothing here
 * knows what a migration is.
 */
@NullMarked
package dev.switchback.cli.terminal;

import org.jspecify.annotations.NullMarked;
