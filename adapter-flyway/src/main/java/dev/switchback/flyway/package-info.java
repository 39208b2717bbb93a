/**
 * Flyway Community as an engine: its history table by plain JDBC, its own parser for the scripts. Only the classes that
 * create the table or run scripts load Flyway.
 */
@NullMarked
package dev.switchback.flyway;

import org.jspecify.annotations.NullMarked;
