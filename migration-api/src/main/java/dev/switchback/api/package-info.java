/** The way in: {@link dev.switchback.api.Switchback} opens a {@link dev.switchback.api.MigrationManager}, which does the work. */
@NullMarked
package dev.switchback.api;

import org.jspecify.annotations.NullMarked;
