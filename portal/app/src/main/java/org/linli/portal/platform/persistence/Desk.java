package org.linli.portal.platform.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Stereotype;
import jakarta.transaction.Transactional;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Where a feature does its work: one public method, one command, one transaction, run again after a deadlock.
 *
 * <p>A desk checks the caller's rights itself, so that pages and REST cannot differ. It keeps no state.
 */
@Stereotype
@ApplicationScoped
@Transactional
@RetriedOnConflict
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Desk {}
