package org.linli.plugin.testkit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.linli.plugin.Brand;

/**
 * Proves a brand without a portal. {@link #load()} reads the brand on the class path, {@link #problems()} checks what can be
 * seen from outside, and a {@link #community} plays the core: pages, forms, orders, activities, points and notices in memory,
 * with the same refusals as the portal's. Every page that is opened is checked, every automation is run twice, every call is
 * held against its budget.
 */
public final class BrandKit {
    private static final String DESCRIPTOR = "META-INF/brand/brand.yaml";
    private final ClassLoader loader;
    private final BrandDescriptor descriptor;
    private final Texts texts;
    private final Settings settings;
    private final List<String> extensions;
    private final Map<String, Object> handlers = new LinkedHashMap<>();
    private int communities;

    private BrandKit(ClassLoader loader) {
        this.loader = loader;
        this.descriptor = BrandYaml.read(resource(DESCRIPTOR));
        this.texts = new Texts(loader);
        this.settings = new Settings(
                descriptor.settings() == null
                        ? "{\"type\":\"object\"}"
                        : resource("META-INF/brand/" + descriptor.settings()));
        this.extensions = resource("META-INF/extensions.idx")
                .lines()
                .map(line -> line.replaceFirst("#.*", "").strip())
                .filter(line -> !line.isEmpty())
                .toList();
        extensions.forEach(this::create);
    }

    /**
     * The brand on the class path of the test.
     *
     * @throws IllegalArgumentException when a part is missing or unreadable, with its place
     */
    public static BrandKit load() {
        ClassLoader mine = Thread.currentThread().getContextClassLoader();
        return new BrandKit(mine == null ? BrandKit.class.getClassLoader() : mine);
    }

    /** The brand that a class loader sees, such as one over a jar. */
    public static BrandKit load(ClassLoader loader) {
        return new BrandKit(loader);
    }

    private void create(String className) {
        try {
            Object handler =
                    loader.loadClass(className).getDeclaredConstructor().newInstance();
            handlers.put(handler.getClass().getSimpleName(), handler);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException("extension " + className + " cannot be made", e);
        }
    }

    private String resource(String name) {
        URL brand = loader.getResource(DESCRIPTOR);
        if (brand == null) {
            throw new IllegalArgumentException(DESCRIPTOR + " is missing");
        }
        // beside the descriptor: another jar on the class path may have an index of its own
        String place = brand.toString();
        String root = place.substring(0, place.length() - DESCRIPTOR.length());
        try (InputStream in = new URL(root + name).openStream()) {
            BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            StringBuilder text = new StringBuilder();
            reader.lines().forEach(line -> text.append(line).append('\n'));
            return text.toString();
        } catch (IOException e) {
            throw new IllegalArgumentException(name + " is missing", e);
        }
    }

    /** {@code brand.yaml}. */
    public BrandDescriptor descriptor() {
        return descriptor;
    }

    /** Names of the extension classes that PF4J will find. */
    public List<String> extensions() {
        return extensions;
    }

    /** A community that has the brand, with two grids of two buildings each; more can be added. */
    public KitCommunity community(String name) {
        communities++;
        String id = "c" + communities;
        KitCommunity community = new KitCommunity(this, id, name);
        for (int grid = 1; grid <= 2; grid++) {
            String gridId = id + "g" + grid;
            community.unit(gridId, id, "GRID", name + "第" + grid + "网格");
            for (int building = 1; building <= 2; building++) {
                community.unit(gridId + "b" + building, gridId, "BUILDING", grid + "-" + building + "号楼");
            }
        }
        return community.enable();
    }

    /** What is wrong with the brand as it lies there; nothing when it may be released. */
    public List<String> problems() {
        return new DescriptorCheck(descriptor, texts, settings, handlers).problems();
    }

    Texts texts() {
        return texts;
    }

    Settings settings() {
        return settings;
    }

    Brand brand() {
        return descriptor.brand() == null ? new Brand() {} : handler(descriptor.brand(), Brand.class);
    }

    <T> T handler(String simpleName, Class<T> type) {
        Object handler = handlers.get(simpleName);
        if (!type.isInstance(handler)) {
            throw new AssertionError(simpleName + " is no " + type.getSimpleName() + " in META-INF/extensions.idx");
        }
        return type.cast(handler);
    }
}
