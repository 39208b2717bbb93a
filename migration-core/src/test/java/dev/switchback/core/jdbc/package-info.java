/** The contracts of the locks on the databases that are in process, and what only two processes can show. */
@NullMarked
package dev.switchback.core.jdbc;

import org.jspecify.annotations.NullMarked;
