/** Notices under /api/v1. */
@NullMarked
package org.linli.portal.notices.rest;

import org.jspecify.annotations.NullMarked;
