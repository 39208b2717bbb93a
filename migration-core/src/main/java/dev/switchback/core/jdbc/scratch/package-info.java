/** Databases that are there for a moment. */
@NullMarked
package dev.switchback.core.jdbc.scratch;

import org.jspecify.annotations.NullMarked;
