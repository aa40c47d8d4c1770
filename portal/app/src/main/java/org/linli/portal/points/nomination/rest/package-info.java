/** Nominations over HTTP. */
@NullMarked
package org.linli.portal.points.nomination.rest;

import org.jspecify.annotations.NullMarked;
