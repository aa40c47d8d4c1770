/** Loads and keeps orders, and reads rows for the views. */
@NullMarked
package org.linli.portal.orders.persistence;

import org.jspecify.annotations.NullMarked;
