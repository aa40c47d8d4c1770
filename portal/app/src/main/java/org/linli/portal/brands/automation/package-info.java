/** What brands do on their own: after events, at times, for facts that may earn points, and when they are switched on or off. */
@NullMarked
package org.linli.portal.brands.automation;

import org.jspecify.annotations.NullMarked;
