package org.linli.portal.brands.route;

import org.linli.plugin.Route;
import org.linli.portal.brands.BrandRef;
import org.linli.portal.brands.Descriptor;

/** What a route answered; the effects are applied already. */
public record Served(Route.Response response, BrandRef brand, Descriptor.Entry entry) {}
