package org.linli.acceptance.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.LoadState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.linli.acceptance.RunningPortal;

/** One window of a browser and what went wrong in it. */
final class Window implements AutoCloseable {
    private static final List<String> AXE_RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice");

    private final BrowserContext context;
    private final Page page;
    private final List<String> errors = new ArrayList<>();

    Window(BrowserContext context) {
        this.context = context;
        this.page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                errors.add("console: " + message.text() + " " + message.location());
            }
        });
        page.onPageError(error -> errors.add("script: " + error));
    }

    BrowserContext context() {
        return context;
    }

    Page page() {
        return page;
    }

    /** Opens a page of the portal and gives its status. */
    int open(String path) {
        Response response = page.navigate(RunningPortal.shared().address() + path);
        page.waitForLoadState(LoadState.LOAD);
        return response == null ? 0 : response.status();
    }

    /** The elements with that CSS selector. */
    Locator find(String selector) {
        return page.locator(selector);
    }

    /** The elements with that CSS selector that hold that text. */
    Locator find(String selector, String text) {
        return page.locator(selector).filter(new Locator.FilterOptions().setHasText(text));
    }

    /** The element with that id, whatever colons are in it. */
    Locator byId(String id) {
        return page.locator("[id=\"" + id + "\"]");
    }

    void fill(String id, String text) {
        byId(id).fill(text);
    }

    /** Keeps a picture for people. */
    void picture(String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target", "screenshots", name + ".png"))
                .setFullPage(true));
    }

    /** Errors of scripts and of the console since it was asked last. */
    List<String> takeErrors() {
        List<String> taken = List.copyOf(errors);
        errors.clear();
        return taken;
    }

    /** What axe finds, one line for each rule that is broken. Without frames the quick mode sees everything. */
    List<String> axe() {
        List<String> found = new ArrayList<>();
        AxeBuilder axe = new AxeBuilder(page).withTags(AXE_RULES).setLegacyMode(true);
        for (Rule rule : axe.analyze().getViolations()) {
            rule.getNodes().stream()
                    .limit(3)
                    .forEach(node -> found.add("axe " + rule.getId() + ": " + node.getHtml() + " "
                            + String.valueOf(node.getFailureSummary()).replace('\n', ' ')));
        }
        return found;
    }

    /** How many pixels the page is wider than the window. */
    int overflow() {
        return ((Number) page.evaluate(
                        "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .intValue();
    }

    @Override
    public void close() {
        context.close();
    }
}
