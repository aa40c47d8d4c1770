/** Who is it: passwords, sessions, remember-me cookies, bearer tokens, and how guessing is slowed down. */
@NullMarked
package org.linli.portal.people.signin;

import org.jspecify.annotations.NullMarked;
