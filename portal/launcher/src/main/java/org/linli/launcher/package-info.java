/**
 * The command line and the start of the portal: one jar that holds the server, the application and, for whoever names no
 * database, a MariaDB. A further command is one class with picocli's annotations, named in {@link Linli}.
 */
@NullMarked
package org.linli.launcher;

import org.jspecify.annotations.NullMarked;
