/** Ids, transactions, retries and the data source: how features keep things. */
@NullMarked
package org.linli.portal.platform.persistence;

import org.jspecify.annotations.NullMarked;
