package org.linli.portal.brands.release;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.linli.plugin.Brand;
import org.linli.portal.brands.Descriptor;

/**
 * A release that this node has loaded. Its classes may be unloaded as soon as nobody holds a {@link Lease}: keep none of what
 * it answers beyond one, save values of plugin-api and the JDK.
 */
public final class LoadedRelease {
    private final Descriptor descriptor;
    private final long generation;
    private final Brand brand;
    private final Map<String, Object> handlers;
    private final ReleaseTexts texts;
    private final ClassLoader loader;
    private final Calls calls = new Calls();

    /**
     * A release as it was started.
     *
     * @param generation of the activation that it belongs to, 0 for a probe
     * @param handlers one instance of each handler of the descriptor, by simple class name
     */
    public LoadedRelease(
            Descriptor descriptor, long generation, Brand brand, Map<String, Object> handlers, ReleaseTexts texts) {
        this.descriptor = descriptor;
        this.generation = generation;
        this.brand = brand;
        this.handlers = Map.copyOf(handlers);
        this.texts = texts;
        this.loader = handlers.values().stream()
                .findFirst()
                .map(one -> one.getClass().getClassLoader())
                .orElse(brand.getClass().getClassLoader());
    }

    public Descriptor descriptor() {
        return descriptor;
    }

    public String version() {
        return descriptor.version();
    }

    /** Rises with each activation of the brand. */
    public long generation() {
        return generation;
    }

    /** The brand; one that does nothing where the descriptor names none. */
    public Brand brand() {
        return brand;
    }

    /**
     * The instance of a handler that the descriptor names; one for all calls.
     *
     * @throws IllegalArgumentException when there is none, or it is no such thing: the probe makes sure of both
     */
    public <T> T handler(String simpleName, Class<T> type) {
        Object handler = handlers.get(simpleName);
        if (!type.isInstance(handler)) {
            throw new IllegalArgumentException(simpleName + " is no " + type.getSimpleName());
        }
        return type.cast(handler);
    }

    /** A text of the release, with {@code {0}} and so on replaced; the key itself where there is none. */
    public String text(Locale locale, String key, Object... arguments) {
        return texts.text(locale, key, arguments);
    }

    /** To be the context class loader during a call. */
    public ClassLoader loader() {
        return loader;
    }

    /** Keeps the release from being unloaded until it is closed; empty when it is being unloaded already. */
    public Optional<Lease> lease() {
        return calls.enter() ? Optional.of(new Lease(this)) : Optional.empty();
    }

    /**
     * Lets no call in any more and waits for those under way.
     *
     * @return false when some were still under way after that time
     */
    boolean drain(Duration atMost) {
        return calls.drain(atMost);
    }

    /** A call under way. */
    public static final class Lease implements AutoCloseable {
        private final LoadedRelease release;
        private boolean open = true;

        private Lease(LoadedRelease release) {
            this.release = release;
        }

        public LoadedRelease release() {
            return release;
        }

        /** May be closed by another thread than the one that opened it; twice does no harm. */
        @Override
        public synchronized void close() {
            if (open) {
                open = false;
                release.calls.leave();
            }
        }
    }
}
