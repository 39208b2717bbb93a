/**
 * The settings of a run: every {@link dev.switchback.api.config.ConfigKey key} is declared once, is read from explicit
 * values, the environment, {@code .env} and properties files in that order, and remembers where it came from. Passwords
 * leave the database URL here and travel as {@link dev.switchback.api.config.Secret}.
 */
@NullMarked
package dev.switchback.api.config;

import org.jspecify.annotations.NullMarked;
