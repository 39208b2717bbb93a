/** Inheritance of three kinds. */
@NullMarked
package dev.switchback.docs.entities.people;

import org.jspecify.annotations.NullMarked;
