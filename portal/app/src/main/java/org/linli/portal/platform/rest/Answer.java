package org.linli.portal.platform.rest;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a REST method that returns a bare {@code Response} answers when it succeeds; for the API document. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Answer {
    /** Type of the body; nothing for {@code void}. */
    Class<?> value() default void.class;

    /** HTTP status. */
    int status() default 200;

    /** Whether the answer carries the entity tag of the thing. */
    boolean tagged() default false;

    /** Whether Idempotency-Key is honoured by a part of the work that carries {@code Once} itself. */
    boolean keyed() default false;
}
