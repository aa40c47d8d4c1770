/** Persons, their roles with dates and scope, sign-in; who is asking. */
@NullMarked
package org.linli.portal.people;

import org.jspecify.annotations.NullMarked;
