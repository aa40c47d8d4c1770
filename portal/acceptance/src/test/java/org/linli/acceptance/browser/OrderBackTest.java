package org.linli.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linli.acceptance.OrderSteps;
import org.linli.acceptance.Rest;
import org.linli.acceptance.RunningPortal;
import org.linli.acceptance.Secrets;

/** From an order everybody returns to the list in which it stands for them. */
@Order(81)
class OrderBackTest {
    private static Browsers browsers;
    private static String order;

    @BeforeAll
    static void an_order_is_offered_to_a_volunteer() {
        browsers = Browsers.open();
        RunningPortal portal = RunningPortal.shared();
        OrderSteps steps = new OrderSteps(portal);
        Rest resident = Secrets.rest(portal, "resident");
        order = OrderSteps.id(
                steps.place(resident, steps.item(resident, "小家电检修")).send().expect(201));
        String volunteer = OrderSteps.personId(Secrets.rest(portal, "volunteer"));
        steps.offer(Secrets.rest(portal, "dispatcher"), order, volunteer).send().expect(200);
    }

    @AfterAll
    static void end() {
        browsers.close();
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource({
        "resident, orders, 我的点单",
        "volunteer, tasks, 我的服务",
        "dispatcher, dispatch, 派单台",
        "street, escalated, 督办订单",
        "district, escalated, 督办订单",
        "auditor, home, 首页"
    })
    void the_link_leads_back_to_ones_own_list(String login, String page, String title) {
        try (Window window = browsers.window(Browsers.PHONE, "zh-CN", false, login)) {
            window.open("order-detail.xhtml?id=" + order);
            assertThat(window.find("a.back")).hasText(title);
            window.find("a.back").click();
            window.page().waitForURL("**/" + page + ".xhtml");
            assertThat(window.find("h1").first()).isVisible();
        }
    }
}
