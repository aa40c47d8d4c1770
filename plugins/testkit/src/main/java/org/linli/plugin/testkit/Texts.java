package org.linli.plugin.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/** The brand's two bundles. */
final class Texts {
    static final String CHINESE = "i18n/messages_zh_CN.properties";
    static final String ENGLISH = "i18n/messages_en.properties";
    private final Map<Locale, Properties> bundles;

    Texts(ClassLoader loader) {
        bundles = Map.of(Locale.CHINESE, read(loader, CHINESE), Locale.ENGLISH, read(loader, ENGLISH));
    }

    private static Properties read(ClassLoader loader, String name) {
        Properties properties = new Properties();
        try (InputStream in = loader.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalArgumentException(name + " is missing");
            }
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }

    Set<String> keys(Locale locale) {
        return new TreeSet<>(of(locale).stringPropertyNames());
    }

    private Properties of(Locale locale) {
        Properties found = bundles.get(Locale.forLanguageTag(locale.getLanguage()));
        return found == null ? bundles.getOrDefault(Locale.CHINESE, new Properties()) : found;
    }

    boolean has(String key) {
        return bundles.values().stream().allMatch(b -> b.containsKey(key));
    }

    /** The text; a brand that asks for one that it does not have has a defect. */
    String text(Locale locale, String key, Object... arguments) {
        String text = of(locale).getProperty(key);
        if (text == null) {
            throw new AssertionError("no text for " + key + " in " + locale);
        }
        for (int i = 0; i < arguments.length; i++) {
            text = text.replace("{" + i + "}", String.valueOf(arguments[i]));
        }
        if (text.matches("(?s).*\\{\\d\\}.*")) {
            throw new AssertionError("too few arguments for " + key + ": " + text);
        }
        return text;
    }
}
