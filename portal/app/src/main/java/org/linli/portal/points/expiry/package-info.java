/** Points that get too old: the closed form, notice beforehand, and the posting. */
@NullMarked
package org.linli.portal.points.expiry;

import org.jspecify.annotations.NullMarked;
