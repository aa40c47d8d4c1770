/**
 * The only way into a plugin. Its code runs on threads of its own, outside of every transaction, within bounds of time,
 * concurrency and failures; what it answers is checked before anything of it is used.
 */
@NullMarked
package org.linli.portal.brands.call;

import org.jspecify.annotations.NullMarked;
