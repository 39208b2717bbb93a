/** How the API finds its implementation at run time; applications do not call this. */
@NullMarked
package dev.switchback.api.spi;

import org.jspecify.annotations.NullMarked;
