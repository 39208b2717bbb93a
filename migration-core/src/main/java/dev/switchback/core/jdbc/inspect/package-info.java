/** Reads schemas from the catalogs of the databases. */
@NullMarked
package dev.switchback.core.jdbc.inspect;

import org.jspecify.annotations.NullMarked;
