/** JSON in columns: made and read by one provider, found once. */
@NullMarked
package org.linli.portal.platform.json;

import org.jspecify.annotations.NullMarked;
