package org.linli.portal.brands.release;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.linli.plugin.Automation;
import org.linli.plugin.Brand;
import org.linli.plugin.DispatchRule;
import org.linli.plugin.PointPolicy;
import org.linli.plugin.Route;
import org.linli.plugin.StepHandler;
import org.linli.portal.brands.Descriptor;
import org.linli.portal.platform.problem.DomainException;

/** A release that is loaded, with what it takes to unload it. */
final class OpenRelease {
    private static final Logger LOG = Logger.getLogger(OpenRelease.class.getName());
    private static final Duration STOP_BUDGET = Duration.ofSeconds(5);

    private final String label;
    private @Nullable SinglePlugin plugins;
    private @Nullable LoadedRelease release;
    private final WeakReference<ClassLoader> loader;

    private OpenRelease(SinglePlugin plugins, String id, LoadedRelease release) {
        this.label = id + " " + release.version();
        this.plugins = plugins;
        this.release = release;
        this.loader = new WeakReference<>(plugins.getPluginClassLoader(id));
    }

    /**
     * Loads a jar, starts it and makes one of each of its handlers.
     *
     * @param generation of the activation, 0 for a probe
     * @throws DomainException 409 {@code brands.start-…} when it does not start within that time and memory; nothing of it is left then
     */
    static OpenRelease start(Path jar, CheckedJar checked, long generation, Duration atMost) {
        SinglePlugin plugins = new SinglePlugin(jar);
        String id = checked.descriptor().id();
        try {
            LoadedRelease release =
                    Budget.run("brand-start-" + id, atMost, () -> load(plugins, jar, checked, generation));
            return new OpenRelease(plugins, id, release);
        } catch (TimeoutException e) {
            unload(plugins, id);
            throw DomainException.conflict("brands.start-slow", atMost.toSeconds());
        } catch (Budget.TooLarge e) {
            unload(plugins, id);
            throw DomainException.conflict("brands.start-large", Budget.MOST_BYTES >> 20);
        } catch (ExecutionException e) {
            unload(plugins, id);
            if (e.getCause() instanceof DomainException known) {
                throw known;
            }
            // the cause is of the plugin's classes: its words are kept, not itself
            throw DomainException.conflict("brands.start-failed", words(e.getCause()));
        }
    }

    private static LoadedRelease load(SinglePlugin plugins, Path jar, CheckedJar checked, long generation)
            throws ClassNotFoundException {
        String id = plugins.loadPlugin(jar);
        ClassLoader loader = plugins.getPluginClassLoader(id);
        Thread.currentThread().setContextClassLoader(loader);
        if (!plugins.startPlugin(id).isStarted()) {
            Throwable why = plugins.getPlugin(id).getFailedException();
            throw DomainException.conflict("brands.start-failed", words(why));
        }
        Map<String, Object> handlers = new HashMap<>();
        for (Map.Entry<String, String> handler : checked.handlers().entrySet()) {
            Class<?> type = loader.loadClass(handler.getValue());
            handlers.put(handler.getKey(), plugins.getExtensionFactory().create(type));
        }
        requireTypes(checked.descriptor(), handlers);
        String brandName = checked.descriptor().brand();
        Brand brand = brandName != null && handlers.get(brandName) instanceof Brand own ? own : new NoBrand();
        return new LoadedRelease(checked.descriptor(), generation, brand, handlers, checked.texts());
    }

    private static void requireTypes(Descriptor descriptor, Map<String, Object> handlers) {
        Stream.ofNullable(descriptor.brand()).forEach(name -> requireType(handlers, name, Brand.class));
        descriptor.dispatch().forEach(rule -> requireType(handlers, rule.handler(), DispatchRule.class));
        descriptor.points().forEach(policy -> requireType(handlers, policy.handler(), PointPolicy.class));
        descriptor.automations().forEach(one -> requireType(handlers, one.handler(), Automation.class));
        descriptor.routes().forEach(route -> requireType(handlers, route.handler(), Route.class));
        descriptor.orderTypes().stream()
                .flatMap(type -> type.steps().stream())
                .forEach(step -> requireType(handlers, step.handler(), StepHandler.class));
    }

    private static void requireType(Map<String, Object> handlers, String name, Class<?> type) {
        if (!type.isInstance(handlers.get(name))) {
            throw DomainException.conflict("brands.start-wrong-type", name, type.getSimpleName());
        }
    }

    LoadedRelease release() {
        if (release == null) {
            throw new IllegalStateException(label + " is closed");
        }
        return release;
    }

    /**
     * Waits for the calls under way, stops and unloads.
     *
     * @return the class loader, to be watched until it is collected
     */
    WeakReference<ClassLoader> close(Duration drain) {
        SinglePlugin open = plugins;
        LoadedRelease running = release;
        if (open != null && running != null) {
            if (!running.drain(drain)) {
                LOG.warning(() -> label + ": calls are under way still, unloading all the same");
            }
            plugins = null;
            release = null;
            unload(open, running.descriptor().id());
        }
        return loader;
    }

    private static void unload(SinglePlugin plugins, String id) {
        try {
            Budget.run("brand-stop-" + id, STOP_BUDGET, () -> {
                ClassLoader loader = plugins.getPluginClassLoader(id);
                Thread.currentThread().setContextClassLoader(loader);
                return plugins.unloadPlugin(id);
            });
        } catch (TimeoutException | Budget.TooLarge | ExecutionException e) {
            LOG.log(Level.WARNING, "{0} does not stop: {1}", new Object[] {id, words(e.getCause())});
            closeLoader(plugins, id);
        }
    }

    /** What a plugin that does not stop leaves open. */
    private static void closeLoader(SinglePlugin plugins, String id) {
        if (plugins.getPluginClassLoader(id) instanceof ReleaseClassLoader loader) {
            try {
                loader.close();
            } catch (IOException e) {
                LOG.log(Level.WARNING, e, () -> id + ": its jar cannot be closed");
            }
        }
    }

    static String words(@Nullable Throwable failure) {
        if (failure == null) {
            return "?";
        }
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        String message;
        try {
            message = String.valueOf(cause.getMessage());
        } catch (RuntimeException e) { // a plugin's exception may fail to describe itself
            message = "?";
        }
        String text = cause.getClass().getSimpleName() + ": " + message;
        return text.length() > 200 ? text.substring(0, 200) : text;
    }

    /** Of a release that declares no brand. */
    private static final class NoBrand implements Brand {}
}
