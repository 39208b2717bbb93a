/** Migrations from a difference, without a database. */
@NullMarked
package dev.switchback.core.usecase.schema;

import org.jspecify.annotations.NullMarked;
