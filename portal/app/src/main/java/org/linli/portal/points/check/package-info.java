/** Detectors that keep a payment back and say why, what was kept back, decisions and appeals. */
@NullMarked
package org.linli.portal.points.check;

import org.jspecify.annotations.NullMarked;
