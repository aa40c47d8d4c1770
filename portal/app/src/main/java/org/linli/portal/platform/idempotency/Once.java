package org.linli.portal.platform.idempotency;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A REST method that honours Idempotency-Key: the effect and the kept answer commit in one transaction.
 *
 * <p>Not for methods whose answer is a secret (tokens): the answer is kept for 24 hours.
 */
@Inherited
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Once {
    /**
     * Whether it is committed together with others that arrive at the same time
     * ({@link org.linli.portal.platform.persistence.GroupCommit}): for commands that read first, then write by SQL alone.
     */
    @Nonbinding
    boolean grouped() default false;
}
