/** Activities: dates at which people meet, alone or of a series, of the community itself or of one of its brands. */
@NullMarked
package org.linli.portal.activities;

import org.jspecify.annotations.NullMarked;
