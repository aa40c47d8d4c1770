package org.linli.portal.people.signin;

import java.io.Serializable;

/**
 * What a session remembers of a sign-in.
 *
 * @param personId the person
 * @param epoch of the account at that time; a password change raises it and so ends the session
 */
public record SignedIn(long personId, int epoch) implements Serializable {
    /** Name of the session attribute. */
    static final String ATTRIBUTE = "linli.signedIn";
}
