package org.linli.portal.points;

import org.linli.portal.ledger.Balances;

/**
 * Somebody's two ledgers: hours, which never fall, and points, which are spent.
 *
 * @param points balances in hundredths of a point
 * @param minutes whole minutes served, ever
 * @param services number of services, ever
 */
public record Wallet(Balances points, long minutes, long services) {}
