/**
 * Liquibase 4.33.0 as an engine: its history table read and written by plain JDBC, its change sets run under our lock
 * with statements that our splitter made, and a changelog for leaving Switchback.
 */
@NullMarked
package dev.switchback.liquibase;

import org.jspecify.annotations.NullMarked;
