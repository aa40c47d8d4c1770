/** The pages of the order flow: home, ordering in three steps, tasks, the dispatcher's board, the catalogue. */
@NullMarked
package org.linli.portal.orders.web;

import org.jspecify.annotations.NullMarked;
