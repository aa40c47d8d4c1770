/** Encryption of fields, hashing of passwords and tokens: no business words. */
@NullMarked
package org.linli.portal.platform.security;

import org.jspecify.annotations.NullMarked;
