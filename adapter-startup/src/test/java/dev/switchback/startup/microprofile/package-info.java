/** The readiness check with a real implementation of MicroProfile Health. */
@NullMarked
package dev.switchback.startup.microprofile;

import org.jspecify.annotations.NullMarked;
