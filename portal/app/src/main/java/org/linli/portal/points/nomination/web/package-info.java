/** Pages of nominations. */
@NullMarked
package org.linli.portal.points.nomination.web;

import org.jspecify.annotations.NullMarked;
