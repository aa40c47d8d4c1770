package org.linli.portal.brands.release;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.text.MessageFormat;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.linli.portal.platform.i18n.Language;

/** The two bundles of a release. */
public final class ReleaseTexts {
    /** Where they are in the jar. */
    public static final String CHINESE = "i18n/messages_zh_CN.properties";

    public static final String ENGLISH = "i18n/messages_en.properties";

    private final Map<String, String> chinese;
    private final Map<String, String> english;

    private ReleaseTexts(Map<String, String> chinese, Map<String, String> english) {
        this.chinese = Map.copyOf(chinese);
        this.english = Map.copyOf(english);
    }

    /**
     * Reads both bundles.
     *
     * @throws IllegalArgumentException when one is no properties file
     */
    public static ReleaseTexts of(String chinese, String english) {
        return new ReleaseTexts(read(chinese), read(english));
    }

    private static Map<String, String> read(String text) {
        Properties bundle = new Properties();
        try {
            bundle.load(new StringReader(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> all = new HashMap<>();
        bundle.stringPropertyNames().forEach(key -> all.put(key, bundle.getProperty(key)));
        return all;
    }

    /** Keys that only one language has. */
    Set<String> unpaired() {
        Set<String> alone = new TreeSet<>(chinese.keySet());
        alone.addAll(english.keySet());
        alone.removeIf(key -> chinese.containsKey(key) && english.containsKey(key));
        return alone;
    }

    boolean has(String key) {
        return chinese.containsKey(key);
    }

    /** The text in the nearer of the two languages; a pattern that is none is shown as it is. */
    public String text(Locale locale, String key, Object... arguments) {
        Locale known = Language.closest(locale);
        String text = (known.equals(Language.CHINESE) ? chinese : english).getOrDefault(key, key);
        if (arguments.length == 0) {
            return text;
        }
        try {
            return new MessageFormat(text.replace("'", "''"), known).format(arguments);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}
