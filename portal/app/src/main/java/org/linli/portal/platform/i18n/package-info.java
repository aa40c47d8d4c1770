/** Words in Chinese and English, and how dates, minutes and points are written. Every text of the portal passes here. */
@NullMarked
package org.linli.portal.platform.i18n;

import org.jspecify.annotations.NullMarked;
