package org.linli.portal.orders.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.stream.Collectors;
import org.linli.portal.orders.OrderDetail;
import org.linli.portal.people.Caller;
import org.linli.portal.people.Identity;

/** The link back on the page of an order. */
@Named("orderBack")
@RequestScoped
public class OrderBack {
    private final Caller caller;

    @Inject
    public OrderBack(Caller caller) {
        this.caller = caller;
    }

    /** Where the viewer's list is in which that order stands. */
    public WayBack of(OrderDetail order) {
        return WayBack.of(
                order.parties(),
                caller.identity().grants().stream().map(Identity.Held::role).collect(Collectors.toSet()));
    }
}
