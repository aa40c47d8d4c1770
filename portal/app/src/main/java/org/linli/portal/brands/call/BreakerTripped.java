package org.linli.portal.brands.call;

import java.lang.ref.WeakReference;

/**
 * CDI event: a plugin failed so often at a point that it is left alone there. Fired on the thread of the last caller.
 *
 * @param release class loader of the release that failed
 * @param last why its last call failed
 */
public record BreakerTripped(CallKey key, WeakReference<ClassLoader> release, CallFailed.Cause last) {}
