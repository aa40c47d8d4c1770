package org.linli.benchmarks;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.linli.acceptance.Crowd;
import org.linli.acceptance.RunningPortal;
import org.linli.acceptance.Secrets;

/**
 * Goods redeemed by POST /api/v1/redemptions: all clients the same goods, next to each client its own. Then more than there
 * is of one, by 64 at once: exactly what was there must go.
 */
final class Redeeming {
    private static final int CLIENTS = 64;
    private static final int PLENTY = 10_000_000;
    private static final int FEW = 200;

    private final RunningPortal portal;
    private final List<Crowd.Member> buyers;
    private final List<String> tokens = new ArrayList<>();
    private final List<Long> items = new ArrayList<>();

    Redeeming(RunningPortal portal) throws SQLException, IOException {
        this.portal = portal;
        this.buyers = Crowd.gather(portal, "resident", CLIENTS).members();
        KeptConnection admin = new KeptConnection(portal.address(), Secrets.token(portal, "admin"));
        try (Connection connection = portal.connect()) {
            for (Crowd.Member buyer : buyers) {
                tokens.add(Secrets.token(connection, buyer.id()));
                admin.post(
                        "/api/v1/points-awards",
                        "{\"personId\":\"" + buyer.id() + "\",\"points\":\"100\",\"reason\":\"purse\"}",
                        201);
                items.add(goods(connection, PLENTY));
            }
        }
    }

    void run(Processor processor, String engine) {
        Heats.Side hot = new Heats.Side("portal, one item", number -> buying(number, items.get(0)));
        Heats.Side many = new Heats.Side("portal, many items", number -> buying(number, items.get(number)));
        Heats.warmUp(many, 32, Duration.ofSeconds(5));
        Heats heats = new Heats(processor, "redemption, " + engine, List.of(hot, many));
        heats.run(8);
        heats.run(32);
    }

    /** Fails when more or fewer went than there were. */
    void sellOut() throws SQLException {
        long item;
        try (Connection connection = portal.connect()) {
            item = goods(connection, FEW);
        }
        AtomicInteger sold = new AtomicInteger();
        AtomicInteger refused = new AtomicInteger();
        List<Load.Work> rush = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            KeptConnection http = new KeptConnection(portal.address(), tokens.get(i));
            rush.add(() -> {
                int status = redeem(http, item);
                (status == 201 ? sold : refused).incrementAndGet();
                if (status != 201 && status != 409) {
                    throw new IOException("a redemption was answered " + status);
                }
            });
        }
        for (int second = 0; second < 20 && refused.get() == 0; second++) {
            Load.run(rush, Duration.ofSeconds(1));
        }
        long left = new RawClient(portal).number("SELECT stock FROM reward_item WHERE id = ?", item);
        if (sold.get() != FEW || left != 0 || refused.get() == 0) {
            throw new AssertionError(sold + " of " + FEW + " sold, " + left + " left, " + refused + " refused");
        }
        System.out.println("of " + FEW + " pieces " + CLIENTS + " buyers got " + sold + "; " + refused
                + " requests were refused, none was oversold");
    }

    private Load.Work buying(int number, long item) {
        KeptConnection http = new KeptConnection(portal.address(), tokens.get(number));
        return () -> {
            int status = redeem(http, item);
            if (status != 201) {
                throw new IOException("a redemption was answered " + status);
            }
        };
    }

    private static int redeem(KeptConnection http, long item) throws IOException {
        return http.status("POST", "/api/v1/redemptions", "{\"itemId\":\"" + item + "\",\"quantity\":1}");
    }

    /** Goods for the hundredth of a point, delivered by the way. */
    private long goods(Connection connection, int stock) throws SQLException {
        long id = RawClient.nextId();
        long community = new RawClient(portal)
                .number(
                        "SELECT community_id FROM person WHERE id = ?",
                        buyers.get(0).id());
        Timestamp now = Timestamp.from(Instant.now());
        try (PreparedStatement item =
                        connection.prepareStatement("INSERT INTO reward_item (id, community_id, name, price,"
                                + " stock, created_at) VALUES (?, ?, ?, 1, ?, ?)");
                PreparedStatement movement =
                        connection.prepareStatement("INSERT INTO stock_movement (id, item_id, delta,"
                                + " reason, source_id, at) VALUES (?, ?, ?, 'DELIVERED', ?, ?)")) {
            set(item, id, community, "B" + id, stock, now);
            set(movement, RawClient.nextId(), id, stock, id, now);
        }
        return id;
    }

    private static void set(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        statement.executeUpdate();
    }
}
