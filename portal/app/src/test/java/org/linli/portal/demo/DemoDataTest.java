package org.linli.portal.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.linli.database.TestDatabase;
import org.linli.portal.orders.OrderAction;
import org.linli.portal.orders.OrderStatus;
import org.linli.portal.orders.domain.FlowStages;
import org.linli.portal.orders.domain.Transition;
import org.linli.portal.orders.domain.Transitions;
import org.linli.portal.platform.security.FieldCipher;

/** The demo data keeps every invariant of the domain, on the real engine. */
class DemoDataTest {
    private static final Instant NOW = Instant.parse("2026-11-20T06:23:45Z");

    private static TestDatabase database;
    private static Connection connection;

    @BeforeAll
    static void fill() throws SQLException {
        database = TestDatabase.create();
        connection = database.connect();
        connection.setAutoCommit(false);
        load(NOW).fillIfEmpty(connection);
        connection.commit();
    }

    @AfterAll
    static void drop() throws SQLException {
        connection.close();
        database.close();
    }

    @ParameterizedTest
    @EnumSource(Breach.class)
    void no_row_breaks(Breach breach) throws SQLException {
        assertThat(rows(breach.query())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "DISTRICT, 1",
        "STREET, 4",
        "COMMUNITY, 16",
        "GRID, 142",
    })
    void has_the_units_of_the_seed(String level, int count) throws SQLException {
        assertThat(number("SELECT COUNT(*) FROM org_unit WHERE level = '" + level + "'"))
                .isEqualTo(count);
    }

    @ParameterizedTest
    @CsvSource({
        "HEADQUARTERS, 1",
        "SERVICE, 5",
        "SECTION, 19",
        "BRANCH, 21",
    })
    void has_the_46_teams_of_the_seed(String kind, int count) throws SQLException {
        assertThat(number("SELECT COUNT(*) FROM team WHERE kind = '" + kind + "'"))
                .isEqualTo(count);
    }

    @Test
    void has_the_115_community_workers_of_the_seed() throws SQLException {
        assertThat(number("SELECT COUNT(DISTINCT person_id) FROM role_grant WHERE role IN"
                        + " ('DISPATCHER', 'COMMUNITY_ADMIN', 'SHOPKEEPER', 'GRID_WORKER')"))
                .isEqualTo(115);
        assertThat(number("SELECT COUNT(DISTINCT org_unit_id) FROM role_grant WHERE role = 'GRID_WORKER'"))
                .isEqualTo(142);
    }

    @Test
    void every_community_has_a_panel_that_can_decide_even_when_one_has_a_part_in_it() throws SQLException {
        assertThat(rows(
                        "SELECT u.name FROM org_unit u WHERE u.level = 'COMMUNITY' AND (SELECT COUNT(DISTINCT g.person_id)"
                                + " FROM role_grant g WHERE g.org_unit_id = u.id AND g.status = 'ACTIVE'"
                                + " AND g.role IN ('COMMUNITY_ADMIN', 'ASSESSOR')) < 3"))
                .isEmpty();
    }

    @Test
    void moves_orders_only_as_the_table_of_transitions_allows() throws SQLException {
        FlowStages flow = FlowStages.parse(
                rows("SELECT stages FROM flow_pack WHERE id =" + " (SELECT MIN(flow_pack_id) FROM service_order)")
                        .get(0));
        List<String> moves =
                rows("SELECT DISTINCT CONCAT(COALESCE(from_status, ''), ' ', action, ' ', to_status) FROM order_event");
        assertThat(moves).hasSizeGreaterThan(14).allSatisfy(move -> {
            String[] parts = move.split(" ");
            OrderStatus from = parts[0].isEmpty() ? null : OrderStatus.valueOf(parts[0]);
            assertThat(Transitions.of(from, OrderAction.valueOf(parts[1]), flow))
                    .get()
                    .extracting(Transition::to)
                    .isEqualTo(OrderStatus.valueOf(parts[2]));
        });
    }

    @Test
    void has_orders_in_every_state_of_the_pack() throws SQLException {
        assertThat(rows("SELECT DISTINCT status FROM service_order"))
                .contains(
                        "PLACED",
                        "DISPATCHED",
                        "ACCEPTED",
                        "IN_SERVICE",
                        "COMPLETED",
                        "CLOSED",
                        "CANCELLED",
                        "EXPIRED");
        assertThat(number("SELECT COUNT(*) FROM service_order")).isBetween(1_400L, 1_600L);
        assertThat(rows("SELECT DISTINCT status FROM dispatch"))
                .contains("OFFERED", "ACCEPTED", "DECLINED", "LAPSED", "WITHDRAWN");
        assertThat(rows("SELECT DISTINCT status FROM redemption"))
                .contains("RESERVED", "PICKED_UP", "CANCELLED", "EXPIRED");
    }

    @Test
    void gives_each_sign_in_something_to_do() throws SQLException {
        assertThat(rows("SELECT DISTINCT o.status FROM service_order o JOIN account a ON a.person_id = o.principal_id"
                        + " WHERE a.login = 'resident'"))
                .contains("DISPATCHED", "ACCEPTED", "COMPLETED");
        String offers = "SELECT COUNT(*) FROM dispatch d JOIN account a ON a.person_id = d.volunteer_id"
                + " WHERE d.status = 'OFFERED' AND a.login = ";
        assertThat(number(offers + "'volunteer'")).isGreaterThanOrEqualTo(2);
        assertThat(number(offers + "'volunteer2'")).isPositive();
        String accepted = "SELECT COUNT(*) FROM assignment w JOIN account a ON a.person_id = w.volunteer_id"
                + " WHERE w.live_order_id IS NOT NULL AND a.login = 'volunteer'";
        assertThat(number(accepted)).isPositive();
        String here = " JOIN org_unit u ON u.id = x.community_id WHERE u.name = '旺家社区' AND x.status = ";
        assertThat(number("SELECT COUNT(*) FROM service_order x" + here + "'PLACED'"))
                .isBetween(8L, 24L);
        assertThat(number("SELECT COUNT(*) FROM redemption x" + here + "'RESERVED'"))
                .isEqualTo(4);
        assertThat(number("SELECT b.balance FROM member_balance b JOIN points_account p ON p.id = b.account_id"
                        + " JOIN account a ON a.person_id = p.owner_id WHERE a.login = 'volunteer'"))
                .isGreaterThan(1_000);
    }

    @Test
    void has_activities_that_are_over_that_wait_to_be_recorded_and_that_are_full() throws SQLException {
        assertThat(rows("SELECT DISTINCT status FROM activity")).contains("PLANNED", "FINISHED", "CANCELLED");
        assertThat(number("SELECT COUNT(*) FROM activity WHERE status = 'FINISHED'"))
                .isGreaterThan(200);
        assertThat(number("SELECT COUNT(*) FROM activity a JOIN org_unit u ON u.id = a.community_id"
                        + " WHERE u.name = '旺家社区' AND a.status = 'PLANNED' AND a.starts_at > '2026-11-20 06:23:45'"))
                .isGreaterThan(15);
        assertThat(number("SELECT COUNT(*) FROM activity WHERE waiting > 0")).isPositive();
    }

    @Test
    void keeps_names_with_characters_outside_the_basic_plane() throws SQLException {
        assertThat(rows("SELECT name FROM person")).contains("龙𠮷", "田𬘡", "欧阳㐀");
    }

    @Test
    void leaves_a_database_alone_that_holds_something() throws SQLException {
        assertThat(load(NOW).fillIfEmpty(connection)).isZero();
    }

    private static DemoLoad load(Instant now) {
        return new DemoLoad(database.dataSource(), cipher(), Clock.fixed(now, ZoneOffset.UTC));
    }

    static FieldCipher cipher() {
        return new FieldCipher(Base64.getEncoder().encodeToString(new byte[32]));
    }

    private static long number(String query) throws SQLException {
        return Long.parseLong(rows(query).get(0));
    }

    private static List<String> rows(String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }
}
