package org.linli.portal.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The stock theme is wholly recoloured: an update of PrimeFaces that brings other colours is noticed here. */
class WidgetThemeTest {

    @Test
    void noColourOfTheStockPaletteRemains() throws IOException {
        String css;
        try (InputStream in =
                WidgetTheme.class.getResourceAsStream("/META-INF/resources/primefaces-saga-blue/theme.css")) {
            css = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
        assertThat(WidgetTheme.recolour(css).toLowerCase(java.util.Locale.ROOT))
                .contains("var(--primary)")
                .doesNotContain(
                        "#2196f3;", "#2196f3}", "#6c757d", "#495057", "#dee2e6", "#0288d1", "#689f38", "#d32f2f");
    }
}
