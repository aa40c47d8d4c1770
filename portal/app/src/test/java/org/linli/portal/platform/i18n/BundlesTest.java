package org.linli.portal.platform.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Both languages say everything, and pages ask for nothing that is not said. */
class BundlesTest {

    private static final Path BUNDLES = Path.of("src/main/resources/i18n");
    private static final Path PAGES = Path.of("src/main/webapp");
    /** A whole literal key: {@code t['a.b']} or {@code t.of('a.b'}; a prefix that is completed by concat is left out. */
    private static final Pattern KEY = Pattern.compile("\\bt(?:\\[|\\.of\\()'([^']+)'\\s*[\\],)]");

    @TestFactory
    Stream<DynamicTest> chineseAndEnglishHaveTheSameKeys() {
        return Messages.FEATURES.stream()
                .map(feature -> DynamicTest.dynamicTest(feature, () -> {
                    Set<String> chinese = keys(feature + "_zh_CN.properties");
                    assertThat(keys(feature + "_en.properties")).isEqualTo(chinese);
                    assertThat(chinese).allMatch(key -> key.startsWith(feature + "."));
                }));
    }

    @Test
    void everyBundleBelongsToAKnownFeature() throws IOException {
        try (Stream<Path> files = Files.list(BUNDLES)) {
            List<String> names =
                    files.map(file -> file.getFileName().toString()).toList();
            assertThat(names).allMatch(name -> Messages.FEATURES.stream()
                    .anyMatch(f -> name.equals(f + "_zh_CN.properties") || name.equals(f + "_en.properties")));
        }
    }

    @Test
    void everyTextThatAPageAsksForExists() throws IOException {
        Messages messages = new Messages();
        Set<String> missing = new TreeSet<>();
        try (Stream<Path> files = Files.walk(PAGES)) {
            for (Path page :
                    files.filter(file -> file.toString().endsWith(".xhtml")).toList()) {
                Matcher used = KEY.matcher(Files.readString(page));
                while (used.find()) {
                    if (!messages.has(used.group(1))) {
                        missing.add(page.getFileName() + ": " + used.group(1));
                    }
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void argumentsAreFilledInAndApostrophesStay() {
        Messages messages = new Messages();
        assertThat(messages.text(Language.CHINESE, "platform.bell", 3)).isEqualTo("通知，3 条未读");
        assertThat(messages.text(Language.ENGLISH, "platform.bell", 3)).isEqualTo("Notices, 3 unread");
    }

    @Test
    void aMissingTextIsShownAsItsKey() {
        assertThat(new Messages().text(Language.CHINESE, "platform.nothing.here"))
                .isEqualTo("platform.nothing.here");
    }

    private static Set<String> keys(String name) throws IOException {
        Path file = BUNDLES.resolve(name);
        if (!Files.exists(file)) {
            return Set.of();
        }
        Properties bundle = new Properties();
        try (Reader in = Files.newBufferedReader(file)) {
            bundle.load(in);
        }
        return new TreeSet<>(bundle.stringPropertyNames());
    }
}
