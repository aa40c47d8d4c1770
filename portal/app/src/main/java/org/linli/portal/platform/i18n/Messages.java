package org.linli.portal.platform.i18n;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Logger;

/**
 * All texts of the portal, one pair of bundles per feature: {@code i18n/<feature>_zh_CN.properties} and {@code
 * i18n/<feature>_en.properties}, UTF-8, every key starting with the feature's name.
 *
 * <p>A text with arguments is a {@link MessageFormat} pattern in which an apostrophe is an apostrophe (no doubling).
 * A missing key never breaks a page: it is logged once and shown as itself.
 */
@ApplicationScoped
public class Messages {

    /** Features that own a bundle pair; a feature without files yet simply has no texts. */
    public static final List<String> FEATURES = List.of(
            "platform",
            "people",
            "community",
            "orders",
            "dispatch",
            "points",
            "ledger",
            "hours",
            "shop",
            "hours",
            "activities",
            "reports",
            "notices",
            "brands");

    private static final Logger LOG = Logger.getLogger(Messages.class.getName());

    private final Map<Locale, Map<String, String>> texts =
            Map.of(Language.CHINESE, load("zh_CN"), Language.ENGLISH, load("en"));
    private final Set<String> missing = ConcurrentHashMap.newKeySet();

    /**
     * The text of a key in a language.
     *
     * @param locale any locale; Chinese ones read the Chinese bundles, all others the English ones
     * @param key for example {@code orders.place.title}
     * @param args values for {@code {0}}, {@code {1}} …; numbers are grouped by the locale, pass ids as strings
     * @return the text, or the key itself when no bundle has it
     */
    public String text(Locale locale, String key, Object... args) {
        Locale known = Language.closest(locale);
        String text = texts.getOrDefault(known, Map.of()).get(key);
        if (text == null) {
            if (missing.add(known + key)) {
                LOG.warning(() -> "No text for " + key + " in " + known);
            }
            return key;
        }
        return args.length == 0 ? text : new MessageFormat(text.replace("'", "''"), known).format(args);
    }

    /** Whether both languages have a text for the key. */
    public boolean has(String key) {
        return texts.values().stream().allMatch(bundle -> bundle.containsKey(key));
    }

    private static Map<String, String> load(String suffix) {
        Map<String, String> all = new HashMap<>();
        for (String feature : FEATURES) {
            String name = "/i18n/" + feature + "_" + suffix + ".properties";
            try (InputStream in = Messages.class.getResourceAsStream(name)) {
                if (in != null) {
                    Properties bundle = new Properties();
                    bundle.load(new InputStreamReader(in, StandardCharsets.UTF_8));
                    bundle.stringPropertyNames().forEach(key -> all.put(key, bundle.getProperty(key)));
                }
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot read " + name, e);
            }
        }
        return Map.copyOf(all);
    }
}
