package org.linli.portal.people;

/** A role was given, refused or ended; the person is told. */
public record GrantDecided(GrantView grant) {}
