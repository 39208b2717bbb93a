/** The values, and what they are called in text. */
@NullMarked
package dev.switchback.api.model;

import org.jspecify.annotations.NullMarked;
