/** What a brand may ask the core to do. */
@NullMarked
package org.linli.plugin.effect;

import org.jspecify.annotations.NullMarked;
