/** Pages of people: sign-in, sign-up, account, administration. */
@NullMarked
package org.linli.portal.people.web;

import org.jspecify.annotations.NullMarked;
