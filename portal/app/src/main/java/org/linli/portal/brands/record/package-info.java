/** The documents of brands: by brand, community, kind and key, with indexes, sealed fields, a quota and a time to live. */
@NullMarked
package org.linli.portal.brands.record;

import org.jspecify.annotations.NullMarked;
