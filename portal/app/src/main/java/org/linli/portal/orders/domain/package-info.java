/** Orders as entities with verbs; {@link org.linli.portal.orders.domain.Transitions} says what is legal. */
@NullMarked
package org.linli.portal.orders.domain;

import org.jspecify.annotations.NullMarked;
