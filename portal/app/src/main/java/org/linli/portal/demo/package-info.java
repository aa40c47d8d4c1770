/**
 * Fills an empty database with the demo data: the content of {@code sql/demo}, and people and three months of history
 * composed from it.
 *
 * <p>It writes the rows that the portal itself would have written. First everything is composed in memory as records,
 * from a fixed seed and the present instant; then one transaction writes table after table.
 */
@NullMarked
package org.linli.portal.demo;

import org.jspecify.annotations.NullMarked;
