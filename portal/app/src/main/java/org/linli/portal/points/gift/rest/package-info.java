/** Gifts over HTTP. */
@NullMarked
package org.linli.portal.points.gift.rest;

import org.jspecify.annotations.NullMarked;
