/** UUIDs, converters, secondary names, unique keys and indexes. */
@NullMarked
package dev.switchback.docs.entities.inventory;

import org.jspecify.annotations.NullMarked;
