package org.linli.acceptance.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.linli.acceptance.RunningPortal;
import org.linli.acceptance.Secrets;

/** The browser of this machine: Debian's Chromium, driven by Debian's Node, so that nothing is downloaded. */
final class Browsers implements AutoCloseable {
    static final int PHONE = 390;
    static final int DESK = 1280;

    private final Playwright playwright;
    private final Browser browser;

    private Browsers(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    static Browsers open() {
        // two cores may be busy with other things
        PlaywrightAssertions.setDefaultAssertionTimeout(15_000);
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Browser browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium())
                        .setArgs(List.of("--no-sandbox", "--disable-background-networking")));
        return new Browsers(playwright, browser);
    }

    /** A window of that width in that language; nobody is signed in. */
    Window window(int width, String language, boolean elder) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(width, width == PHONE ? 844 : 900)
                .setHasTouch(width == PHONE)
                .setLocale(language)
                .setTimezoneId("Asia/Shanghai"));
        context.setDefaultTimeout(20_000);
        set(context, "lang", language);
        set(context, "elder", elder ? "1" : "0");
        if (elder) {
            set(context, "size", "1");
        }
        return new Window(context);
    }

    /** The same, signed in. */
    Window window(int width, String language, boolean elder, String login) {
        Window window = window(width, language, elder);
        set(window.context(), "linli_remember", Secrets.cookie(RunningPortal.shared(), login));
        return window;
    }

    private static void set(BrowserContext context, String name, String value) {
        context.addCookies(List.of(
                new Cookie(name, value).setUrl(RunningPortal.shared().address().toString())));
    }

    private static Path chromium() {
        return Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no Chromium; `./linli test` installs it on Debian"));
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
