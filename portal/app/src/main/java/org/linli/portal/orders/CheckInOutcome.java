package org.linli.portal.orders;

/**
 * What came of a check-in, or of an end with a code. A wrong code is an outcome and no failure, because the try has to be remembered.
 *
 * @param checkedIn whether the service has begun, or ended
 * @param triesLeft wrong codes that may still be entered before the code is locked
 */
public record CheckInOutcome(boolean checkedIn, int triesLeft) {}
