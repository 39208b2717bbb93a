/** Temporal types, numbers and large objects. */
@NullMarked
package dev.switchback.docs.entities.calendar;

import org.jspecify.annotations.NullMarked;
