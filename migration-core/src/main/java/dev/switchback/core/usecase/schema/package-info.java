/** Schemas: where they come from, how they differ, and migrations that are made of a difference. */
@NullMarked
package dev.switchback.core.usecase.schema;

import org.jspecify.annotations.NullMarked;
