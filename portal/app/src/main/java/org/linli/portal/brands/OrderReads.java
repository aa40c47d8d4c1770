package org.linli.portal.brands;

import org.linli.plugin.Context;

/** What brands may read of orders; offered by orders. */
public interface OrderReads {
    Context.Orders of(BrandScope scope);
}
