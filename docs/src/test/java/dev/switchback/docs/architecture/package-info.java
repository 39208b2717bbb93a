/** The rules of the architecture, and the proof that each of them bites. */
@NullMarked
package dev.switchback.docs.architecture;

import org.jspecify.annotations.NullMarked;
