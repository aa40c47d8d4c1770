/** Pages of gifts. */
@NullMarked
package org.linli.portal.points.gift.web;

import org.jspecify.annotations.NullMarked;
