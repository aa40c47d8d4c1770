package org.linli.portal.ledger;

/**
 * Names an account of a community without knowing its id; it is opened when first used.
 *
 * @param kind what it is for
 * @param ownerId the person for MEMBER, 0 for all others
 */
public record AccountRef(AccountKind kind, long ownerId) {
    public AccountRef {
        if ((kind == AccountKind.MEMBER) == (ownerId == 0)) {
            throw new IllegalArgumentException("only a member account has an owner");
        }
    }

    /** The account of a person. */
    public static AccountRef member(long personId) {
        return new AccountRef(AccountKind.MEMBER, personId);
    }

    /** The one account of that kind that the community itself has. */
    public static AccountRef common(AccountKind kind) {
        return new AccountRef(kind, 0);
    }
}
