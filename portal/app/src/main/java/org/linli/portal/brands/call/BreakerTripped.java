package org.linli.portal.brands.call;

/** CDI event: a plugin failed so often at a point that it is left alone there. Fired on the thread of the last caller. */
public record BreakerTripped(CallKey key) {}
