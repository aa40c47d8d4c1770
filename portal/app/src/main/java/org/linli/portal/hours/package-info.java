/** The legal time record: its corrections, back-entries, stars and certificates. Points never change it. */
@NullMarked
package org.linli.portal.hours;

import org.jspecify.annotations.NullMarked;
