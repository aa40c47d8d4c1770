/** Conventions of /api/v1: JSON, cursors, entity tags. */
@NullMarked
package org.linli.portal.platform.rest;

import org.jspecify.annotations.NullMarked;
