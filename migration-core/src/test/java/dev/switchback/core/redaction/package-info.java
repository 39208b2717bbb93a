/** What is masked, and what is left alone. */
@NullMarked
package dev.switchback.core.redaction;

import org.jspecify.annotations.NullMarked;
