package org.linli.portal.brands;

/**
 * CDI event, within the transaction: everything that a brand owns in a community is to be removed. Features remove or make
 * anonymous what is theirs; the ledger and service records stay, they are legal records of people.
 */
public record BrandPurged(BrandRef brand) {}
