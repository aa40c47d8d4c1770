package org.linli.portal.brands.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.portal.brands.release.DescriptorYamlTest.refused;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hostile jars, one each: refused by what they are, before a class of theirs is loaded. */
class CheckedJarTest {
    @TempDir
    Path directory;

    private CheckedJar check(PluginJar jar) {
        return CheckedJar.of(jar.to(directory));
    }

    @Test
    void anHonestJarPasses() {
        CheckedJar checked = check(PluginJar.sample("honest"));
        assertThat(checked.descriptor().id()).isEqualTo("honest");
        assertThat(checked.handlers()).containsEntry("Ping", "sample.Ping");
    }

    @Test
    void whatIsNoJarIsRefused() throws IOException {
        Path file = Files.writeString(directory.resolve("x.jar"), "no jar at all");
        refused(() -> CheckedJar.of(file), "jar-broken");
    }

    @Test
    void aZipBombIsRefused() {
        refused(
                () -> check(PluginJar.sample("bomb").entry("big.txt", new byte[4 * 1024 * 1024])),
                "jar-bomb",
                "big.txt");
    }

    @Test
    void aSwarmOfEntriesIsRefused() {
        PluginJar jar = PluginJar.sample("swarm");
        for (int i = 0; i <= JarReader.MAX_ENTRIES; i++) {
            jar.entry("a/" + i, "");
        }
        refused(() -> check(jar), "jar-too-many-entries");
    }

    @Test
    void aPathOutsideIsRefused() {
        for (String path : new String[] {"../../etc/passwd", "/etc/passwd", "a\\b", "C:/x", "a//b", "x/../y"}) {
            refused(() -> check(PluginJar.sample("outside").entry(path, "x")), "jar-path", path);
        }
    }

    @Test
    void aDoubledEntryIsRefused() throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put("aa.txt", new byte[] {1});
        entries.put("bb.txt", new byte[] {2});
        String zip = new String(PluginJar.zip(entries), StandardCharsets.ISO_8859_1).replace("bb.txt", "aa.txt");
        Path file = Files.write(directory.resolve("twice.jar"), zip.getBytes(StandardCharsets.ISO_8859_1));
        refused(() -> CheckedJar.of(file), "jar-twice", "aa.txt");
    }

    @Test
    void bundledClassesOfThePortalAreRefused() {
        for (String path : new String[] {
            "org/linli/plugin/Brand.class",
            "org/pf4j/Plugin.class",
            "org/slf4j/Logger.class",
            "jakarta/inject/Inject.class",
            "java/lang/String.class",
            "META-INF/versions/17/org/linli/plugin/Brand.class"
        }) {
            refused(() -> check(PluginJar.sample("bundles").entry(path, "x")), "jar-bundles", path);
        }
    }

    @Test
    void aTooNewClassIsRefused() {
        PluginJar jar = PluginJar.sample("new");
        byte[] type = {(byte) 0xCA, (byte) 0xFE, (byte) 0xBA, (byte) 0xBE, 0, 0, 0, 65, 0, 1};
        refused(() -> check(jar.entry("sample/New.class", type)), "jar-too-new", "sample/New.class", "65", "61");
        refused(() -> check(jar.entry("sample/New.class", "no class")), "jar-no-class", "sample/New.class");
    }

    @Test
    void callsThatNoBrandMayMakeAreRefused() {
        for (String call : new String[] {
            "System.exit(1);",
            "Runtime.getRuntime().halt(1);",
            "new Thread(() -> {}).start();",
            "java.util.concurrent.Executors.newCachedThreadPool();",
            "try { new ProcessBuilder(\"sh\").start(); } catch (java.io.IOException e) { }",
            "System.load(\"/x.so\");",
            "System.setProperty(\"a\", \"b\");"
        }) {
            PluginJar jar = PluginJar.sample("calls").route("Ping", call + " return new Response.NotFound();");
            refused(() -> check(jar), "jar-calls", "sample/Ping.class");
        }
    }

    @Test
    void aManifestThatSaysSomethingElseIsRefused() {
        refused(
                () -> check(PluginJar.sample("differs").entry("META-INF/MANIFEST.MF", "Plugin-Id: other\n")),
                "jar-manifest-differs",
                "Plugin-Id");
        refused(
                () -> check(PluginJar.sample("path")
                        .entry(
                                "META-INF/MANIFEST.MF",
                                "Plugin-Id: path\nPlugin-Version: 1.0.0\nClass-Path: ../linli.jar\n")),
                "jar-manifest-refused",
                "Class-Path");
    }

    @Test
    void whatIsMissingIsNamed() {
        for (String entry :
                new String[] {"META-INF/brand/brand.yaml", "META-INF/MANIFEST.MF", "i18n/messages_en.properties"}) {
            refused(() -> check(PluginJar.sample("missing").without(entry)), "jar-without", entry);
        }
        refused(() -> check(PluginJar.sample("missing").without("META-INF/extensions.idx")), "jar-without-extensions");
        refused(() -> check(PluginJar.sample("missing").without("sample/Ping.class")), "jar-without-handler", "Ping");
    }

    @Test
    void textsAreThereInBothLanguages() {
        refused(
                () -> check(PluginJar.sample("texts").entry("i18n/messages_en.properties", "brand.name=Sample\n")),
                "texts-unpaired",
                "brand.summary");
        refused(
                () -> check(PluginJar.sample("texts")
                        .entry("i18n/messages_en.properties", "brand.name=a\n")
                        .entry("i18n/messages_zh_CN.properties", "brand.name=a\n")),
                "texts-missing",
                "brand.summary");
    }

    @Test
    void settingsOfWhichNoFormCanBeMadeAreRefused() {
        for (String schema : new String[] {"[]", "{", "{\"type\":\"array\"}"}) {
            refusedSettings(schema);
        }
        refusedSettings("{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"object\"}}}");
        refusedSettings(
                "{\"type\":\"object\",\"properties\":{\"a\":{\"$ref\":\"http://example.org\",\"type\":\"string\"}}}");
    }

    private void refusedSettings(String schema) {
        PluginJar jar = PluginJar.sample("settings")
                .yaml("settings: settings.schema.json\n")
                .entry("META-INF/brand/settings.schema.json", schema);
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> check(jar)).hasMessageContaining("brands.settings-");
    }
}
