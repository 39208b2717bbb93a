/** The pure part: migrations as read from files, targets, plans and the verification of a history. No input or output. */
@NullMarked
package dev.switchback.core.domain;

import org.jspecify.annotations.NullMarked;
