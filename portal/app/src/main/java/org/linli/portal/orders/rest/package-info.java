/** Orders, catalogue and tasks over REST. */
@NullMarked
package org.linli.portal.orders.rest;

import org.jspecify.annotations.NullMarked;
