package org.linli.portal.ledger;

/**
 * One line of a posting.
 *
 * @param account whose balance changes
 * @param amount hundredths of a point, positive into the account, negative out of it, never zero
 */
public record Line(AccountRef account, long amount) {
    public Line {
        if (amount == 0) {
            throw new IllegalArgumentException("a line moves something");
        }
    }
}
