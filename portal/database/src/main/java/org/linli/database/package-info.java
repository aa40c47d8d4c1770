/**
 * The database below the portal: an embedded MariaDB for whoever names no server, the settings of an outside one, the
 * check that a server is fit, and the migrations. Plain Java: neither Jakarta nor the portal is known here.
 */
@NullMarked
package org.linli.database;

import org.jspecify.annotations.NullMarked;
