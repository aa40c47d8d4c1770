/** What a community decides about its points. */
@NullMarked
package org.linli.portal.points.policy;

import org.jspecify.annotations.NullMarked;
