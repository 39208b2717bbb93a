/** Scratch databases that are left and not left. */
@NullMarked
package dev.switchback.core.jdbc.scratch;

import org.jspecify.annotations.NullMarked;
