package org.linli.portal.brands.call;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Logger;
import org.linli.portal.brands.BrandRef;
import org.linli.portal.brands.release.StuckThread;

/**
 * The threads on which plugins run: few for each brand in each community, made and ended by the core. Threads of a release that is
 * not active any more are ended, and so are those of a call that took too long: what a plugin left in thread locals goes with
 * them.
 */
@ApplicationScoped
public class PluginThreads {
    /** Calls of one brand in one community at the same time. */
    public static final int MOST_AT_ONCE = 8;

    private static final Logger LOG = Logger.getLogger(PluginThreads.class.getName());
    private static final Duration IDLE = Duration.ofSeconds(10);
    /** For what sleeps or waits, to end by itself. */
    private static final Duration GRACE = Duration.ofMillis(50);

    private static final AtomicLong NUMBERS = new AtomicLong();

    private final Map<PoolKey, Pool> pools = new ConcurrentHashMap<>();
    private final Map<Integer, Shared> shared = new ConcurrentHashMap<>();

    /** A turn for a call, not taken yet. */
    Turns.Turn turn(BrandRef brand, ClassLoader loader) {
        return shared.compute(
                        System.identityHashCode(loader),
                        (key, present) -> present != null && present.loader.refersTo(loader)
                                ? present
                                : new Shared(new WeakReference<>(loader), new Turns()))
                .turns
                .in(brand.communityId());
    }

    /**
     * Runs it on one of the brand's threads.
     *
     * @return false when none is free now
     */
    boolean run(BrandRef brand, ClassLoader loader, Runnable work) {
        try {
            pool(brand, loader).executor.execute(work);
            return true;
        } catch (RejectedExecutionException | OutOfMemoryError e) {
            return false; // all are busy, or were ended just now because a call got stuck, or none can be made
        }
    }

    /** During a change of releases calls of both are under way: each has threads of its own. */
    private Pool pool(BrandRef brand, ClassLoader loader) {
        return pools.compute(new PoolKey(brand, System.identityHashCode(loader)), (key, present) -> {
            boolean fits = present != null && present.loader.refersTo(loader) && !present.executor.isShutdown();
            return fits ? present : new Pool(new WeakReference<>(loader), executor(brand));
        });
    }

    /** Ends the threads of that release, for unloading it. */
    public void release(ClassLoader loader) {
        pools.forEach((key, pool) -> {
            if (pool.loader.refersTo(loader) && pools.remove(key, pool)) {
                pool.executor.shutdownNow();
            }
        });
        shared.values().removeIf(one -> one.loader.refersTo(loader));
    }

    /**
     * Throws the thread of a call away that has used more than it may: asks it to stop, and stops it when it does not listen. One
     * that takes memory is not asked.
     */
    void abandon(CallKey key, Call<?> call, boolean atOnce) {
        Pool pool = pools.remove(new PoolKey(key.brand(), System.identityHashCode(call.loader())));
        if (pool != null) {
            pool.executor.shutdown(); // those who still answer may do so
        }
        pools.values().removeIf(old -> old.loader.refersTo(null));
        shared.values().removeIf(old -> old.loader.refersTo(null));
        Thread stuck = call.thread();
        boolean computing = call.turn().close();
        if (stuck == null) {
            if (computing) {
                call.turn().giveBack();
            }
            return;
        }
        Duration grace = atOnce && computing ? Duration.ZERO : GRACE;
        Thread undertaker = new Thread(
                () -> end(key, call, stuck, grace, computing), "brand-undertaker-" + NUMBERS.incrementAndGet());
        undertaker.setDaemon(true);
        undertaker.start();
    }

    private static void end(CallKey key, Call<?> call, Thread stuck, Duration grace, boolean computing) {
        boolean ended = StuckThread.end(stuck, grace, () -> call.thread() == stuck);
        if (computing) { // whatever became of it: the brand is not to wait for it
            call.turn().giveBack();
        }
        if (!ended) {
            LOG.warning(() -> "a thread of " + key + " cannot be ended; it stays until the portal is started again");
        }
    }

    private static ThreadPoolExecutor executor(BrandRef brand) {
        ThreadPoolExecutor executor = new ThreadPoolExecutor(
                0, MOST_AT_ONCE, IDLE.toMillis(), TimeUnit.MILLISECONDS, new SynchronousQueue<>(), work -> {
                    Thread thread = new Thread(null, work, name(brand), 0, false);
                    thread.setDaemon(true);
                    thread.setContextClassLoader(null);
                    thread.setUncaughtExceptionHandler((dead, failure) -> {}); // told by the call itself
                    return thread;
                });
        return executor;
    }

    private static String name(BrandRef brand) {
        return "brand-" + brand.brandId() + "-" + brand.communityId() + "-" + NUMBERS.incrementAndGet();
    }

    @PreDestroy
    void close() {
        pools.values().forEach(pool -> pool.executor.shutdownNow());
        pools.clear();
    }

    private record PoolKey(BrandRef brand, int loader) {}

    /** A loader that is not held: this map must not keep a release that was unloaded. */
    private record Pool(WeakReference<ClassLoader> loader, ThreadPoolExecutor executor) {}

    /** What all communities have together of a release. */
    private record Shared(WeakReference<ClassLoader> loader, Turns turns) {}
}
