package org.linli.plugin.page;

import java.util.List;

/**
 * A page. All texts are plain, in the language of the context; markup in them is shown as it is typed.
 *
 * @param title of the page
 * @param subtitle below it, may be empty
 * @param back path of the page of the brand that it belongs to, empty for none
 * @param widgets from the top
 */
public record Page(String title, String subtitle, String back, List<Widget> widgets) {
    public Page {
        widgets = List.copyOf(widgets);
    }

    /** A page without subtitle and back. */
    public static Page of(String title, Widget... widgets) {
        return new Page(title, "", "", List.of(widgets));
    }
}
