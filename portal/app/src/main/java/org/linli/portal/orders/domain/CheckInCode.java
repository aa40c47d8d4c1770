package org.linli.portal.orders.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;
import org.linli.portal.platform.problem.DomainException;
import org.linli.portal.platform.security.Tokens;

/**
 * The six digits that the resident shows and the volunteer enters: proof that both were there. One code lets the service
 * begin, another may be entered at its end.
 */
@Embeddable
public class CheckInCode {
    /** After so many wrong tries a new code must be issued. */
    public static final int MAX_FAILURES = 5;

    private static final int DIGITS = 6;

    @Column(name = "check_in_code")
    private @Nullable String digits;

    @Column(name = "check_in_failures")
    private int failures;

    /** Whether the code at the end was entered. */
    @Column(name = "coded_out")
    private boolean codedOut;

    protected CheckInCode() {}

    static CheckInCode none() {
        return new CheckInCode();
    }

    static CheckInCode issue() {
        CheckInCode code = new CheckInCode();
        code.digits = Tokens.digits(DIGITS);
        return code;
    }

    /** The code at the end was right: there is none any more. */
    static CheckInCode codedOut() {
        CheckInCode code = new CheckInCode();
        code.codedOut = true;
        return code;
    }

    /** Whether the code was entered at the end, too. */
    boolean isCodedOut() {
        return codedOut;
    }

    /**
     * Compares, and counts a wrong try.
     *
     * @param locked problem after too many of them
     * @throws DomainException 409 that problem
     */
    boolean accepts(String entered, String locked) {
        if (triesLeft() == 0) {
            throw DomainException.conflict(locked, MAX_FAILURES);
        }
        boolean same = digits != null
                && MessageDigest.isEqual(
                        digits.getBytes(StandardCharsets.US_ASCII), entered.getBytes(StandardCharsets.UTF_8));
        if (!same) {
            failures++;
        }
        return same;
    }

    /** Wrong codes that may still be entered. */
    public int triesLeft() {
        return Math.max(0, MAX_FAILURES - failures);
    }

    /** Null when there is nothing to begin or to end. Only for the resident's eyes. */
    public @Nullable String digits() {
        return digits;
    }
}
