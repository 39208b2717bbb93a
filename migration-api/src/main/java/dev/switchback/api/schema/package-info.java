/** Schemas: what they are, how two differ, and migrations that are made of a difference. */
@NullMarked
package dev.switchback.api.schema;

import org.jspecify.annotations.NullMarked;
