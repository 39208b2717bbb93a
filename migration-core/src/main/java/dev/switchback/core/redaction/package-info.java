/** Keeps secrets out of everything that is told. */
@NullMarked
package dev.switchback.core.redaction;

import org.jspecify.annotations.NullMarked;
