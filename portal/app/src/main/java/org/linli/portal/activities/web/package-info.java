/** Activities as pages. */
@NullMarked
package org.linli.portal.activities.web;

import org.jspecify.annotations.NullMarked;
