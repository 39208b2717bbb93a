/** What the core needs from outside: the outbound ports that engines, sources and locks implement, and the values that cross them. */
@NullMarked
package dev.switchback.core.port;

import org.jspecify.annotations.NullMarked;
