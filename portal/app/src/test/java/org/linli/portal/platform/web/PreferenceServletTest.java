package org.linli.portal.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A switch brings the reader back to his page and never to another site. */
class PreferenceServletTest {

    @ParameterizedTest
    @ValueSource(strings = {"/", "/order.xhtml", "/orders.xhtml?state=PLACED&page=2"})
    void returnsToAPageOfThisSite(String back) {
        assertThat(PreferenceServlet.pageToReturnTo(back, "")).isEqualTo(back);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example",
                "/\\evil.example",
                "https://evil.example",
                "javascript:alert(1)",
                "",
                "/a b",
                "/a\r\nX: 1",
                "/\t/evil.example"
            })
    void goesHomeInsteadOfToAnotherSite(String back) {
        assertThat(PreferenceServlet.pageToReturnTo(back, "")).isEqualTo("/");
        assertThat(PreferenceServlet.pageToReturnTo(null, "/linli")).isEqualTo("/linli/");
    }
}
