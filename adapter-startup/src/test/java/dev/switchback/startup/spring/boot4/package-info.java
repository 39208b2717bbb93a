/** What is only in Spring Boot 4.x. */
@NullMarked
package dev.switchback.startup.spring.boot4;

import org.jspecify.annotations.NullMarked;
