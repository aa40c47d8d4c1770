/** Earning rules as versioned data: what a rule says, what it gives for a service, drafts, editions and their preview. */
@NullMarked
package org.linli.portal.points.rule;

import org.jspecify.annotations.NullMarked;
