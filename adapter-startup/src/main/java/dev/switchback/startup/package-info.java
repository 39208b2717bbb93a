/** Migrating when an application starts: one call, one line in the log, one result. Sees the API only. */
@NullMarked
package dev.switchback.startup;

import org.jspecify.annotations.NullMarked;
