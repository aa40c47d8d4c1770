/** What every page shares: the reader's display preferences, the recoloured widget theme, QR codes. No business words. */
@NullMarked
package org.linli.portal.platform.web;

import org.jspecify.annotations.NullMarked;
