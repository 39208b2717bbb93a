/** An order with lines: embedded id, element collection, many-to-many, enum. */
@NullMarked
package dev.switchback.docs.entities.shop;

import org.jspecify.annotations.NullMarked;
