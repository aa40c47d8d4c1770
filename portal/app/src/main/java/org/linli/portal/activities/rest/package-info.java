/** Activities as REST. */
@NullMarked
package org.linli.portal.activities.rest;

import org.jspecify.annotations.NullMarked;
