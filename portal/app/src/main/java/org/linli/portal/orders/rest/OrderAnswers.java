package org.linli.portal.orders.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import org.linli.portal.orders.OrderDetail;
import org.linli.portal.orders.OrderQueries;
import org.linli.portal.orders.rest.WireOrders.OrderDetailJson;
import org.linli.portal.platform.rest.EntityTags;

/** Every action on an order is answered with the order as it is afterwards, and its tag. */
@ApplicationScoped
public class OrderAnswers {
    private final OrderQueries queries;
    private final WireDispatch wire;

    @Inject
    public OrderAnswers(OrderQueries queries, WireDispatch wire) {
        this.queries = queries;
        this.wire = wire;
    }

    Response ok(long orderId) {
        return with(Response.ok(), orderId);
    }

    Response with(Response.ResponseBuilder response, long orderId) {
        OrderDetail detail = queries.detail(orderId);
        return response.entity(OrderDetailJson.of(detail, wire))
                .tag(EntityTags.of(detail.order().version()))
                .build();
    }
}
