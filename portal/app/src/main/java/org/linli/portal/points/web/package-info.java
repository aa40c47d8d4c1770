/** Wallet and awards as pages. */
@NullMarked
package org.linli.portal.points.web;

import org.jspecify.annotations.NullMarked;
