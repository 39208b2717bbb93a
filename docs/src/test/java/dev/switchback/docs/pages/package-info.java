/** The pages of the manual, run: their commands, their Java, their tables. */
@NullMarked
package dev.switchback.docs.pages;

import org.jspecify.annotations.NullMarked;
