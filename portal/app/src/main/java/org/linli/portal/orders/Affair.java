package org.linli.portal.orders;

/** 三事分流: whose affair a need is. */
public enum Affair {
    /** 公治: the authorities' own duty. */
    PUBLIC,
    /** 共治: neighbours and authorities together. */
    SHARED,
    /** 自治: the household's own. */
    PRIVATE
}
