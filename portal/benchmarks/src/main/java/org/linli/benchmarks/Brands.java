package org.linli.benchmarks;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.linli.acceptance.OrderSteps;
import org.linli.acceptance.Reply;
import org.linli.acceptance.Rest;
import org.linli.acceptance.RunningPortal;
import org.linli.acceptance.Secrets;

/**
 * What a brand in the path costs: an order that its route places (checked by the plugin, with fields, a participant and a notice to
 * its coordinators) beside one of the core, and a request that the plugin refuses beside one that the core refuses, which is
 * the call of an extension and little else. Both in turns in one run.
 */
final class Brands {
    /** Calls of a brand in a community at the same time; the portal refuses more. */
    private static final int AT_ONCE = 8;

    private static final AtomicLong PLACES = new AtomicLong(System.nanoTime());

    private final RunningPortal portal;
    private final String token;
    private final String orders;
    private final String brand;
    private final String unit;

    /**
     * Waits until the demo has taken up its brand.
     *
     * @param brand id and path of the route that places orders, such as {@code fire-patrol/reports}
     */
    Brands(RunningPortal portal, String brand) {
        this.portal = portal;
        this.token = Secrets.token(portal, "resident");
        this.brand = "/api/v1/brands/" + brand;
        Rest resident = Secrets.rest(portal, "resident");
        this.unit = grid(resident.get("me").expect(200).json().getString("communityId"));
        this.orders = order(new OrderSteps(portal).item(resident, "小家电检修"));
        awaitBrand(resident);
    }

    private String grid(String community) {
        try (Connection connection = portal.connect();
                PreparedStatement select = connection.prepareStatement(
                        "SELECT id FROM org_unit WHERE parent_id = ? AND level = 'GRID' ORDER BY code LIMIT 1")) {
            select.setString(1, community);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String order(String item) {
        Instant from = Instant.now().truncatedTo(ChronoUnit.DAYS).plus(50, ChronoUnit.HOURS);
        JsonObject order = Rest.object(
                "itemId",
                item,
                "description",
                "电饭煲不加热",
                "address",
                "3栋2单元501",
                "wantedFrom",
                from,
                "wantedTo",
                from.plus(2, ChronoUnit.HOURS));
        return order.toString();
    }

    private void awaitBrand(Rest resident) {
        Reply reply = resident.call("POST", brand).json(report()).send();
        for (int i = 0; i < 600 && reply.status() == 404; i++) {
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
            reply = resident.call("POST", brand).json(report()).send();
        }
        reply.expect(200);
    }

    void run() {
        Contest.Sides sides = new Contest.Sides("brand", "core", AT_ONCE);
        new Contest("orders", new Processor(portal), number -> reporting(), number -> ordering(), sides).run();
        new Contest("refusals", new Processor(portal), number -> refused(brand), number -> refused(ordersPath()), sides)
                .run();
    }

    private Load.Work reporting() {
        KeptConnection http = new KeptConnection(portal.address(), token);
        return () -> http.post(brand, report(), 200);
    }

    private Load.Work ordering() {
        KeptConnection http = new KeptConnection(portal.address(), token);
        return () -> http.post(ordersPath(), orders, 201);
    }

    private Load.Work refused(String path) {
        KeptConnection http = new KeptConnection(portal.address(), token);
        return () -> refuse(http, path);
    }

    private static void refuse(KeptConnection http, String path) throws IOException {
        http.post(path, "{}", 400);
    }

    private static String ordersPath() {
        return "/api/v1/orders";
    }

    /** Of a place that was never reported before: else it would be the same danger. */
    private String report() {
        return Rest.object("unit", unit, "place", "楼道 " + PLACES.incrementAndGet(), "item", "hallway", "note", "电动车堵了门")
                .toString();
    }
}
