/**
 * The host of service brands: releases, their state in communities, and the only way into a plugin. Knows no feature: features
 * offer {@link EffectHandler}s and reads, and tell what happened through {@link BrandEvents}.
 */
@NullMarked
package org.linli.portal.brands;

import org.jspecify.annotations.NullMarked;
