package org.linli.portal.brands.call;

import java.lang.ref.WeakReference;

/**
 * CDI event: memory stayed taken while a brand asked for it. Fired on the thread of the last caller, when its call is over.
 *
 * @param key where it asked for most
 * @param release class loader of the release that keeps it
 */
public record MemoryKept(CallKey key, WeakReference<ClassLoader> release) {}
