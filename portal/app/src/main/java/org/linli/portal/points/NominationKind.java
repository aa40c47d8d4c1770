package org.linli.portal.points;

/** What somebody can be nominated for; a rule says what each is worth. */
public enum NominationKind {
    /** 好人好事. */
    GOOD_DEED,
    /** 典型推荐: somebody whom others should know of. */
    ROLE_MODEL
}
