/** The proof of what {@code create --autogenerate} writes: changes of a schema with rows in it, there and back. */
@NullMarked
package dev.switchback.core.autogenerate;

import org.jspecify.annotations.NullMarked;
