/** The tree of organisation units: read, changed, imported. */
@NullMarked
package org.linli.portal.community;

import org.jspecify.annotations.NullMarked;
