/** Whether a database is at the version that this build of the application expects. */
@NullMarked
package dev.switchback.api.health;

import org.jspecify.annotations.NullMarked;
