/** Tests that see every module: architecture, runnable documentation, the entry points side by side. */
@NullMarked
package dev.switchback.docs;

import org.jspecify.annotations.NullMarked;
