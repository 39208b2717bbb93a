/** Entities of applications, and that Switchback makes migrations of them. */
@NullMarked
package dev.switchback.docs.entities;

import org.jspecify.annotations.NullMarked;
