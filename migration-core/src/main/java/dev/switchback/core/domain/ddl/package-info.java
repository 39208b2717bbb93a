/** Writes what differs between two schemas as DDL, for each dialect. Pure: touches no database. */
@NullMarked
package dev.switchback.core.domain.ddl;

import org.jspecify.annotations.NullMarked;
