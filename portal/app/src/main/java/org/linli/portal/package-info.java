/** The Linli portal: features as packages, dependencies pointing down only (see CONTRIBUTING.md). */
@NullMarked
package org.linli.portal;

import org.jspecify.annotations.NullMarked;
