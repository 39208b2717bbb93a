/** Values that describe migrations, the history of a database, plans and results. All are immutable and safe to share. */
@NullMarked
package dev.switchback.api.model;

import org.jspecify.annotations.NullMarked;
