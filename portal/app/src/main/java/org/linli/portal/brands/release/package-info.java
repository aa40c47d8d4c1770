/**
 * Releases of brands and their state in communities: upload, probe, activation, what a node has loaded. The database says
 * what should be; each node follows it.
 */
@NullMarked
package org.linli.portal.brands.release;

import org.jspecify.annotations.NullMarked;
