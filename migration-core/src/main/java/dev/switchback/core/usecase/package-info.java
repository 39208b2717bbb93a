/** What each method of the {@code MigrationManager} does, in terms of the ports. */
@NullMarked
package dev.switchback.core.usecase;

import org.jspecify.annotations.NullMarked;
