/** MicroProfile Health: a readiness check. The only package that knows MicroProfile, which is the application's own. */
@NullMarked
package dev.switchback.startup.microprofile;

import org.jspecify.annotations.NullMarked;
