/** The tree of organisation units, and the teams apart from it. */
@NullMarked
package org.linli.portal.community;

import org.jspecify.annotations.NullMarked;
