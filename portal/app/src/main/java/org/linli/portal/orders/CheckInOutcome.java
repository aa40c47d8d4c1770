package org.linli.portal.orders;

/**
 * What came of a check-in. A wrong code is an outcome and no failure, because the try has to be remembered.
 *
 * @param checkedIn whether the service has begun
 * @param triesLeft wrong codes that may still be entered before the dispatcher must issue a new one
 */
public record CheckInOutcome(boolean checkedIn, int triesLeft) {}
