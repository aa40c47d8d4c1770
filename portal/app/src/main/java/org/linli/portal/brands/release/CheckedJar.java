package org.linli.portal.brands.release;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.linli.portal.brands.Descriptor;
import org.linli.portal.platform.problem.DomainException;

/**
 * A jar that passed all checks that need no class to be loaded.
 *
 * @param yaml the text of brand.yaml
 * @param handlers full class name of each handler and the brand, by the simple name that the descriptor uses
 */
record CheckedJar(Descriptor descriptor, String yaml, ReleaseTexts texts, Map<String, String> handlers) {
    private static final String DESCRIPTOR = "META-INF/brand/brand.yaml";
    private static final String SETTINGS = "META-INF/brand/" + DescriptorYaml.SETTINGS_FILE;
    private static final String MANIFEST = "META-INF/MANIFEST.MF";
    private static final String EXTENSIONS = "META-INF/extensions.idx";

    /**
     * Checks a jar.
     *
     * @throws DomainException 400 with the first thing that is wrong and what to do about it
     */
    static CheckedJar of(Path jar) {
        Map<String, String> texts = new HashMap<>();
        Set<String> classes = new HashSet<>();
        JarReader.read(jar, (name, content) -> {
            if (name.endsWith(".class")) {
                ClassRules.require(name, content);
                classes.add(name);
            } else if (isText(name)) {
                texts.put(name, new String(content, StandardCharsets.UTF_8));
            }
        });
        String yaml = required(texts, DESCRIPTOR);
        Descriptor descriptor = DescriptorYaml.read(yaml, texts.getOrDefault(SETTINGS, ""));
        requireManifest(required(texts, MANIFEST), descriptor);
        SettingsSchema.require(descriptor.settings());
        ReleaseTexts bundles =
                ReleaseTexts.of(required(texts, ReleaseTexts.CHINESE), required(texts, ReleaseTexts.ENGLISH));
        DescriptorTexts.require(descriptor, bundles);
        Map<String, String> handlers = handlers(descriptor, texts.get(EXTENSIONS), classes);
        return new CheckedJar(descriptor, yaml, bundles, handlers);
    }

    private static boolean isText(String name) {
        return Set.of(DESCRIPTOR, SETTINGS, MANIFEST, EXTENSIONS, ReleaseTexts.CHINESE, ReleaseTexts.ENGLISH)
                .contains(name);
    }

    private static String required(Map<String, String> texts, String name) {
        String text = texts.get(name);
        if (text == null) {
            throw DomainException.invalid("brands.jar-without", name);
        }
        return text;
    }

    private static void requireManifest(String text, Descriptor descriptor) {
        Attributes main;
        try {
            main = new Manifest(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))).getMainAttributes();
        } catch (IOException e) {
            throw DomainException.invalid("brands.jar-broken");
        }
        requireSame(main, "Plugin-Id", descriptor.id());
        requireSame(main, "Plugin-Version", descriptor.version());
        // both would bring in what was not checked
        for (String refused : new String[] {"Class-Path", "Plugin-Dependencies"}) {
            if (main.getValue(refused) != null) {
                throw DomainException.invalid("brands.jar-manifest-refused", refused);
            }
        }
    }

    private static void requireSame(Attributes manifest, String key, String wanted) {
        if (!wanted.equals(manifest.getValue(key))) {
            throw DomainException.invalid(
                    "brands.jar-manifest-differs", key, String.valueOf(manifest.getValue(key)), wanted);
        }
    }

    private static Map<String, String> handlers(Descriptor descriptor, @Nullable String index, Set<String> classes) {
        Set<String> wanted = new HashSet<>();
        Stream.of(
                        descriptor.dispatch().stream().map(Descriptor.Rule::handler),
                        descriptor.points().stream().map(Descriptor.Policy::handler),
                        descriptor.automations().stream().map(Descriptor.Automatic::handler),
                        descriptor.routes().stream().map(Descriptor.Entry::handler),
                        descriptor.orderTypes().stream()
                                .flatMap(type -> type.steps().stream())
                                .map(Descriptor.Step::handler),
                        Stream.ofNullable(descriptor.brand()))
                .flatMap(names -> names)
                .forEach(wanted::add);
        if (wanted.isEmpty()) {
            return Map.of();
        }
        if (index == null) {
            throw DomainException.invalid("brands.jar-without-extensions", EXTENSIONS);
        }
        Map<String, String> found = new HashMap<>();
        for (String line : index.lines().toList()) {
            String type = line.replaceFirst("#.*", "").strip();
            String simple = type.substring(Math.max(type.lastIndexOf('.'), type.lastIndexOf('$')) + 1);
            if (wanted.contains(simple) && classes.contains(type.replace('.', '/') + ".class")) {
                if (found.put(simple, type) != null) {
                    throw DomainException.invalid("brands.jar-handler-twice", simple);
                }
            }
        }
        wanted.stream()
                .filter(name -> !found.containsKey(name))
                .sorted()
                .findFirst()
                .ifPresent(name -> {
                    throw DomainException.invalid("brands.jar-without-handler", name, EXTENSIONS);
                });
        return found;
    }
}
