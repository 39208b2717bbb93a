/** Starting with both engines on the databases in process. */
@NullMarked
package dev.switchback.startup;

import org.jspecify.annotations.NullMarked;
