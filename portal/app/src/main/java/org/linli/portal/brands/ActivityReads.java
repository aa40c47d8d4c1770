package org.linli.portal.brands;

import org.linli.plugin.Context;

/** What brands may read of activities; offered by activities. */
public interface ActivityReads {
    Context.Activities of(BrandScope scope);
}
