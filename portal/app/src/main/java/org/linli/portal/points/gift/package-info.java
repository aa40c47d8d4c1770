/** Points given away: to persons in need and to the community's pool, and granted from it. */
@NullMarked
package org.linli.portal.points.gift;

import org.jspecify.annotations.NullMarked;
