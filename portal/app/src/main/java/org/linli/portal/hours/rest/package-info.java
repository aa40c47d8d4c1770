/** Hours over REST. */
@NullMarked
package org.linli.portal.hours.rest;

import org.jspecify.annotations.NullMarked;
