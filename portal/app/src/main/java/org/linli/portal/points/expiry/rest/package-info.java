/** What will expire, over HTTP. */
@NullMarked
package org.linli.portal.points.expiry.rest;

import org.jspecify.annotations.NullMarked;
