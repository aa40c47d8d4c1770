package org.linli.portal.people;

/**
 * What a person may do has changed (role, password): what was remembered of it is read again after the commit.
 *
 * @param personId the person
 */
public record RightsChanged(long personId) {}
