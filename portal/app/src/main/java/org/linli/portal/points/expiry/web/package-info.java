/** What will expire, on the wallet. */
@NullMarked
package org.linli.portal.points.expiry.web;

import org.jspecify.annotations.NullMarked;
