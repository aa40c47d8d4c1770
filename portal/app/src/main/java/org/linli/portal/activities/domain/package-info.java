/** Rules of activities: which dates a series has, who comes, who came. */
@NullMarked
package org.linli.portal.activities.domain;

import org.jspecify.annotations.NullMarked;
