/** Which step of a nomination follows which. */
@NullMarked
package org.linli.portal.points.nomination.domain;

import org.jspecify.annotations.NullMarked;
