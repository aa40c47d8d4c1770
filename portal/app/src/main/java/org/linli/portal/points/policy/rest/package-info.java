/** The policy over HTTP. */
@NullMarked
package org.linli.portal.points.policy.rest;

import org.jspecify.annotations.NullMarked;
