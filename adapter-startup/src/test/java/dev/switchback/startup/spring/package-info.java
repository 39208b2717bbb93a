/** Applications on Spring Boot. What is here runs on 3.5 and again on 4.x: it names nothing that has moved between them. */
@NullMarked
package dev.switchback.startup.spring;

import org.jspecify.annotations.NullMarked;
