package org.linli.acceptance.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linli.acceptance.Crowd;
import org.linli.acceptance.Reply;
import org.linli.acceptance.Rest;
import org.linli.acceptance.RunningPortal;
import org.linli.acceptance.Secrets;

/** Who lives in 贵苑 and was appointed in 旺家 finds the pages of 旺家. */
@Order(260)
class WorkElsewhereTest {
    private static final RunningPortal PORTAL = RunningPortal.shared();

    @ParameterizedTest
    @CsvSource({
        "DISPATCHER, dispatch.xhtml",
        "COMMUNITY_ADMIN, admin/catalogue.xhtml",
        "COMMUNITY_ADMIN, admin/people.xhtml",
        "COMMUNITY_ADMIN, admin/teams.xhtml",
        "SHOPKEEPER, admin/shop.xhtml",
        "SHOPKEEPER, counter.xhtml",
        "GRID_WORKER, order.xhtml"
    })
    void staff_who_live_elsewhere_have_a_home_page_and_the_pages_of_their_work(String role, String page) {
        String cookie = appointed(role);
        assertThat(page(cookie, "home.xhtml").status()).isEqualTo(200);
        assertThat(page(cookie, page).status()).isEqualTo(200);
    }

    @Test
    void without_any_role_the_home_page_is_still_there() {
        Crowd.Member member = Crowd.gather(PORTAL, "resident2", 1).members().get(0);
        update("UPDATE role_grant SET status = 'ENDED' WHERE person_id = ?", member.id());
        String cookie = Secrets.cookie(PORTAL, "crowd" + member.id());
        for (String open : new String[] {"home.xhtml", "orders.xhtml", "tasks.xhtml", "account.xhtml"}) {
            assertThat(page(cookie, open).status()).as(open).isEqualTo(200);
        }
        assertThat(page(cookie, "dispatch.xhtml").status()).isEqualTo(403);
    }

    private static String appointed(String role) {
        Crowd.Member member = Crowd.gather(PORTAL, "resident2", 1).members().get(0);
        update(
                "UPDATE role_grant SET role = ?, org_unit_id = (SELECT p.community_id FROM person p JOIN account a"
                        + " ON a.person_id = p.id WHERE a.login = 'resident') WHERE person_id = ? AND role = 'VOLUNTEER'",
                role,
                member.id());
        return Secrets.cookie(PORTAL, "crowd" + member.id());
    }

    private static Reply page(String cookie, String page) {
        return Rest.nobody(PORTAL)
                .call("GET", "/" + page)
                .header("Cookie", "linli_remember=" + cookie)
                .header("Accept", "text/html")
                .send();
    }

    private static void update(String sql, Object... values) {
        try (Connection connection = PORTAL.connect();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
