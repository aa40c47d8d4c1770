package org.linli.portal.hours;

import java.io.Serializable;

/** A person by name. */
public record Who(long id, String name) implements Serializable {}
