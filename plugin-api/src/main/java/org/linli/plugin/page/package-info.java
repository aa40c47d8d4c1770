/** Pages as models: a closed set of widgets that the core renders, with its look, its accessibility and no script of a brand. */
@NullMarked
package org.linli.plugin.page;

import org.jspecify.annotations.NullMarked;
