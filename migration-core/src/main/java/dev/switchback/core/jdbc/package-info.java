/** Plain JDBC: connections, what differs between databases, locks, the journal of unfinished migrations, and errors. */
@NullMarked
package dev.switchback.core.jdbc;

import org.jspecify.annotations.NullMarked;
