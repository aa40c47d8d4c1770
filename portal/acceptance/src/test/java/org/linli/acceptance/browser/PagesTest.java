package org.linli.acceptance.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.linli.acceptance.RunningPortal;

/** Every page, as everybody who may open it, on a phone and on a desk, in both languages and in large type. */
@Order(500)
class PagesTest {
    private static final List<String> ROLES = List.of(
            "admin", "dispatcher", "volunteer", "shopkeeper", "street", "grid", "auditor", "operator", "resident");

    /** How many of those who may open a page see it inspected; the home page, different for each, always is. */
    private static final int LOOKS = 2;

    private static final Pattern KEY = Pattern.compile(
            "(?<![\\w/.@-])(platform|people|community|orders|dispatch|points|shop|ledger|notices|reports|demo|activities|brands|hours)"
                    + "(\\.[a-z][A-Za-z0-9-]*){2,}(?!\\w)|\\?\\?\\?");
    private static final int FIRST_LOAD_BYTES = 500 * 1024;
    private static final double ELDER_TEXT = 18;
    private static final double ELDER_TARGET = 60;

    private static Browsers browsers;
    private static List<String> pages;

    @BeforeAll
    static void begin() throws IOException {
        browsers = Browsers.open();
        Path webapp = RunningPortal.top().resolve("portal/app/src/main/webapp");
        try (Stream<Path> files = Files.walk(webapp)) {
            pages = files.map(file -> webapp.relativize(file).toString().replace('\\', '/'))
                    .filter(name ->
                            name.endsWith(".xhtml") && !name.startsWith("WEB-INF") && !name.startsWith("errors"))
                    .sorted()
                    .toList();
        }
    }

    @AfterAll
    static void end() {
        browsers.close();
    }

    @Test
    void everybody_sees_sound_pages_on_a_phone_in_chinese() {
        inspectAll(Browsers.PHONE, "zh-CN", false);
    }

    @Test
    void everybody_sees_sound_pages_on_a_desk_in_english() {
        inspectAll(Browsers.DESK, "en", false);
    }

    @Test
    void everybody_sees_sound_pages_in_large_type() {
        inspectAll(Browsers.PHONE, "zh-CN", true);
    }

    @Test
    void the_first_load_is_small() {
        List<String> heavy = new ArrayList<>();
        for (String path : List.of("index.xhtml", "sign-in.xhtml", "home.xhtml")) {
            if (pages.contains(path)) {
                try (Window window = browsers.window(Browsers.PHONE, "zh-CN", false, "resident")) {
                    long bytes = loadedBytes(window, path);
                    System.out.println("first load of " + path + ": " + bytes / 1024 + " KiB over the wire");
                    if (bytes > FIRST_LOAD_BYTES) {
                        heavy.add(path + " " + bytes);
                    }
                }
            }
        }
        assertThat(heavy).isEmpty();
    }

    @Test
    void what_is_not_allowed_or_not_there_is_said_on_a_sound_page() {
        List<String> faults = new ArrayList<>();
        try (Window window = browsers.window(Browsers.PHONE, "zh-CN", false, "resident")) {
            assertThat(window.open("no-such-page.xhtml")).isEqualTo(404);
            window.takeErrors();
            faults.addAll(faults(window, "404", false));
        }
        assertThat(faults).isEmpty();
    }

    private static void inspectAll(int width, String language, boolean elder) {
        List<String> faults = new ArrayList<>();
        Map<String, Integer> looks = new HashMap<>();
        List<String> roles = new ArrayList<>(ROLES);
        roles.add(0, "");
        for (String role : roles) {
            try (Window window = role.isEmpty()
                    ? browsers.window(width, language, elder)
                    : browsers.window(width, language, elder, role)) {
                for (String path : pages) {
                    if (looks.getOrDefault(path, 0) >= LOOKS && !path.equals("home.xhtml")) {
                        continue;
                    }
                    Inspection inspection = inspect(window, role, path, elder);
                    looks.merge(path, inspection.shown() ? 1 : 0, Integer::sum);
                    faults.addAll(inspection.faults());
                }
            }
        }
        assertThat(faults)
                .as("%d px, %s, large type %s", width, language, elder)
                .isEmpty();
    }

    /** What was seen of a page, and whether it was this page that was shown. */
    private record Inspection(boolean shown, List<String> faults) {}

    private static Inspection inspect(Window window, String role, String path, boolean elder) {
        int status = window.open(path);
        String where = (role.isEmpty() ? "nobody" : role) + " " + path + " (" + status + ")";
        if (status >= 500) {
            return new Inspection(true, List.of(where + " fails"));
        }
        // the same sign-in page or the same refusal need not be looked at for every role and page
        boolean elsewhere = !window.page().url().contains("/" + path);
        if (elsewhere || status >= 400) {
            window.takeErrors();
            return new Inspection(false, List.of());
        }
        return new Inspection(true, faults(window, where, elder));
    }

    private static List<String> faults(Window window, String where, boolean elder) {
        List<String> faults = new ArrayList<>(window.takeErrors());
        faults.addAll(window.axe());
        String text = window.page().innerText("body") + " " + window.page().title();
        Matcher key = KEY.matcher(text);
        if (key.find()) {
            faults.add("untranslated: " + key.group());
        }
        if (window.overflow() > 0) {
            faults.add("wider than the window by " + window.overflow());
        }
        if (elder) {
            faults.addAll(smallThings(window));
        }
        return faults.stream().map(fault -> where + ": " + fault).toList();
    }

    /** Main text and targets that are too small for large type. */
    private static List<String> smallThings(Window window) {
        Object found = window.page().evaluate("""
                ([text, target]) => {
                  const main = document.querySelector('main');
                  if (!main) return ['no main'];
                  const seen = e => { const r = e.getBoundingClientRect();
                    return r.width > 1 && r.height > 1 && getComputedStyle(e).visibility !== 'hidden'
                      && !e.closest('[aria-hidden=true], .ui-helper-hidden-accessible, .sr-only'); };
                  const out = [];
                  for (const e of main.querySelectorAll('*')) {
                    if ([...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim()) && seen(e)
                        && !e.closest('svg, .badge, .muted, small, .hint')
                        && parseFloat(getComputedStyle(e).fontSize) < text)
                      out.push('text of ' + getComputedStyle(e).fontSize + ': ' + e.textContent.trim().slice(0, 30));
                  }
                  for (const e of main.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, [role=button], [role=combobox]')) {
                    if (!seen(e) || e.closest('p, li, td, th, .ui-inputnumber, .ui-password') && e.tagName === 'A') continue;
                    const r = (e.closest('.ui-selectonemenu') || e).getBoundingClientRect();
                    if (['checkbox', 'radio'].includes(e.type)) continue;
                    if (r.height < target - 0.5) out.push('target of ' + Math.round(r.height) + ': ' + e.outerHTML.slice(0, 80));
                  }
                  return [...new Set(out)].slice(0, 8);
                }
                """, List.of(ELDER_TEXT, ELDER_TARGET));
        return ((List<?>) found).stream().map(String::valueOf).toList();
    }

    private static long loadedBytes(Window window, String path) {
        window.open(path);
        Object bytes = window.page()
                .evaluate(
                        "() => performance.getEntriesByType('navigation').concat(performance.getEntriesByType('resource'))"
                                + ".reduce((sum, e) => sum + e.transferSize, 0)");
        return ((Number) bytes).longValue();
    }
}
