/** Pages of hours. */
@NullMarked
package org.linli.portal.hours.web;

import org.jspecify.annotations.NullMarked;
