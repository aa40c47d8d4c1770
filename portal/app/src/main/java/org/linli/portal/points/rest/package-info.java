/** Wallet, awards and corrections over REST. */
@NullMarked
package org.linli.portal.points.rest;

import org.jspecify.annotations.NullMarked;
