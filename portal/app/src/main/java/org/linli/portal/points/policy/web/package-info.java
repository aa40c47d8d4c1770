/** The page of the policy. */
@NullMarked
package org.linli.portal.points.policy.web;

import org.jspecify.annotations.NullMarked;
