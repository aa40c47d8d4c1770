package org.linli.portal.demo;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonBuilderFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.linli.portal.demo.CommunityRows.NoticeRow;
import org.linli.portal.demo.OrderRows.OrderEventRow;
import org.linli.portal.demo.People.Person;
import org.linli.portal.demo.Tree.Node;

/** What people were told about their orders in the last weeks; older than two days they have read it. */
final class OrderNotices {
    private static final String ORDER_PAGE = "/order-detail.xhtml?id=";
    private static final String TASK_PAGE = "/task.xhtml?order=";
    private static final String BOARD_PAGE = "/dispatch.xhtml?order=";
    private static final Duration KEPT = Duration.ofDays(14);
    private static final Duration READ_AFTER = Duration.ofHours(40);

    private final Scene scene;
    private final Tree tree;
    private final People people;
    private final JsonBuilderFactory builders = Json.createBuilderFactory(Map.of());

    OrderNotices(Scene scene, Tree tree, People people) {
        this.scene = scene;
        this.tree = tree;
        this.people = people;
    }

    /** Tells of all steps of an order whom they concern. */
    void tell(OrderRequest request, List<OrderEventRow> events, List<Offer> offers) {
        int offered = 0;
        for (OrderEventRow event : events) {
            if (event.action().equals("OFFER")) {
                Person volunteer = offers.get(offered++).volunteer().person();
                tell(volunteer, "order-dispatched", event, TASK_PAGE, item(request));
            } else if (event.action().equals("ACCEPT")) {
                String name = offers.get(offered - 1).volunteer().person().name();
                tell(request.principal(), "order-accepted", event, ORDER_PAGE, item(request), name);
            } else {
                moved(request, event);
            }
        }
    }

    private void moved(OrderRequest request, OrderEventRow event) {
        Person resident = request.principal();
        Person dispatcher = people.holder("DISPATCHER", request.community());
        switch (event.action()) {
            case "PLACE" -> tell(dispatcher, "order-placed", event, BOARD_PAGE, item(request));
            case "DECLINE" -> tell(dispatcher, "order-declined", event, BOARD_PAGE, item(request));
            case "LAPSE" -> tell(dispatcher, "order-lapsed", event, BOARD_PAGE, item(request));
            case "RELEASE" -> tell(dispatcher, "order-released", event, BOARD_PAGE, item(request));
            case "COMPLETE" -> tell(resident, "order-completed", event, ORDER_PAGE, item(request));
            case "EXPIRE" -> tell(resident, "order-expired", event, ORDER_PAGE, item(request));
            case "ESCALATE" -> {
                Node street = tree.node(request.community().unit().parent());
                tell(people.holder("SUPERVISOR", street), "order-escalated", event, ORDER_PAGE, item(request));
            }
            default -> {
                // nobody else needs to be told
            }
        }
    }

    private void tell(Person reader, String code, OrderEventRow event, String page, String... arguments) {
        Instant now = scene.period().now();
        if (event.at().isBefore(now.minus(KEPT))) {
            return;
        }
        JsonArrayBuilder json = builders.createArrayBuilder();
        for (String argument : arguments) {
            json.add(argument);
        }
        Instant read = event.at().plus(READ_AFTER);
        scene.rows()
                .add(new NoticeRow(
                        scene.ids().at(event.at()),
                        reader.id(),
                        code,
                        json.build().toString(),
                        page + event.orderId(),
                        "order:" + event.orderId() + ":" + event.id(),
                        event.at(),
                        read.isBefore(now) ? read : null));
    }

    private static String item(OrderRequest request) {
        return request.entry().item().nameZh();
    }
}
