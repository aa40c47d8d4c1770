package org.linli.portal.people;

/** Somebody asked to become a volunteer; the community's administrators decide. */
public record VolunteerApplied(long grantId, long personId, String name, long communityId) {}
