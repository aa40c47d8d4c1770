/** Proves a brand without a portal: an in-memory core, and checks of what every brand must keep. */
@NullMarked
package org.linli.plugin.testkit;

import org.jspecify.annotations.NullMarked;
