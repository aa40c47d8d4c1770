/** People, units, tokens and notices under /api/v1. */
@NullMarked
package org.linli.portal.people.rest;

import org.jspecify.annotations.NullMarked;
