/** 统计: counts over the tree and the rows behind them; reads only, owns nothing. */
@NullMarked
package org.linli.portal.reports;

import org.jspecify.annotations.NullMarked;
