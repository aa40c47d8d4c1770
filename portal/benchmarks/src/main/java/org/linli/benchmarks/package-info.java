/** How fast the portal is, next to raw SQL on the same server in the same run. */
@NullMarked
package org.linli.benchmarks;

import org.jspecify.annotations.NullMarked;
