/**
 * 点单、派单、接单、评单: the catalogue, the order's flow and its records. This package is what others may use: desks,
 * queries, commands, views and events.
 */
@NullMarked
package org.linli.portal.orders;

import org.jspecify.annotations.NullMarked;
