/** Who fits an order best and why: a pure ranking, and the facts that it needs. Acts on nothing. */
@NullMarked
package org.linli.portal.dispatch;

import org.jspecify.annotations.NullMarked;
