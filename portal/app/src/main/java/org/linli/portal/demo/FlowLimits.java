package org.linli.portal.demo;

import java.time.Duration;

/** Time limits of the flow pack 四单, edition 1, which the history keeps to. */
final class FlowLimits {
    /** From placing until somebody accepts; then the order escalates. */
    static final Duration QUEUE = Duration.ofHours(48);

    /** For a volunteer to answer an offer; then it lapses. */
    static final Duration ANSWER = Duration.ofHours(24);

    /** From the end of the wanted time to the check-in; then the order expires. */
    static final Duration START = Duration.ofHours(24);

    /** For the service itself; then the order escalates. */
    static final Duration SERVE = Duration.ofHours(24);

    /** For the resident to review; then the portal confirms by default. */
    static final Duration REVIEW = Duration.ofDays(7);

    private FlowLimits() {}
}
