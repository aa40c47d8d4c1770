package org.linli.portal.brands.call;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Sees when memory stays taken that brands asked for, call by call, each within its bounds. Nobody can tell whose an object is: so what
 * counts is that the old generation grew, that a collection did not bring it back, and who asked for most meanwhile. The brands
 * under suspicion are not called while that is looked into.
 */
@ApplicationScoped
public class HeapWatch {
    private static final Logger LOG = Logger.getLogger(HeapWatch.class.getName());
    private static final List<MemoryPoolMXBean> OLD = old();
    /** After growth that a collection brought back; twice as long each time, for a collection may stop the portal. */
    private static final Duration CALM = Duration.ofSeconds(30);

    private static final Duration LONGEST_CALM = Duration.ofHours(1);
    /** When the old generation is that full, of a hundred, it is looked at all the same, but not all the time. */
    private static final int FULL = 80;

    private static final Duration HASTE = Duration.ofSeconds(5);

    private final Map<CallKey, Account> accounts = new ConcurrentHashMap<>();
    private final AtomicBoolean looking = new AtomicBoolean();
    private final Consumer<MemoryKept> kept;
    private final LongSupplier used;
    private final Runnable collection;
    private final long most;
    private final long full;
    private volatile long least = Long.MAX_VALUE;
    private volatile Duration calm = Duration.ZERO;
    private volatile long looked = System.nanoTime() - HASTE.toNanos();

    @Inject
    public HeapWatch(
            Event<MemoryKept> kept,
            @ConfigProperty(name = "linli.brands.kept-memory-mib", defaultValue = "256") int mebibytes) {
        this(
                kept::fire,
                HeapWatch::usage,
                System::gc,
                Math.min((long) mebibytes << 20, Runtime.getRuntime().maxMemory() / 4),
                Runtime.getRuntime().maxMemory());
    }

    /**
     * For tests.
     *
     * @param used bytes in the old generation
     * @param most bytes by which it may grow
     * @param heap bytes that there are
     */
    HeapWatch(Consumer<MemoryKept> kept, LongSupplier used, Runnable collection, long most, long heap) {
        this.full = heap / 100 * FULL;
        this.kept = kept;
        this.used = used;
        this.collection = collection;
        this.most = most;
    }

    /** What a release asked for at a point since the memory was looked at last. */
    private record Account(WeakReference<ClassLoader> release, long bytes) {}

    private static List<MemoryPoolMXBean> old() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .filter(pool ->
                        !pool.getName().contains("Eden") && !pool.getName().contains("Survivor"))
                .toList();
    }

    private static long usage() {
        return OLD.stream().mapToLong(pool -> pool.getUsage().getUsed()).sum();
    }

    /** Whether the memory is being looked into, so that no brand is to be called that asked for much. */
    boolean suspects(CallKey key) {
        return looking.get() && bytes(key) > most / 8;
    }

    private long bytes(CallKey key) {
        Account account = accounts.get(key);
        return account == null ? 0 : account.bytes();
    }

    /** A call is over that asked for that much. */
    void asked(CallKey key, ClassLoader release, long bytes) {
        accounts.merge(
                key,
                new Account(new WeakReference<>(release), bytes),
                (old, more) -> old.release.refersTo(release) ? new Account(old.release, old.bytes + bytes) : more);
        long now = used.getAsLong();
        least = Math.min(least, now);
        boolean grown = now - least > most && asked() > most / 2;
        Duration pause = now > full && calm.compareTo(HASTE) > 0 ? HASTE : calm;
        if (grown && System.nanoTime() - looked > pause.toNanos() && looking.compareAndSet(false, true)) {
            try {
                look();
            } finally {
                looking.set(false);
            }
        }
    }

    private long asked() {
        return accounts.values().stream().mapToLong(Account::bytes).sum();
    }

    private void look() {
        collection.run();
        long now = used.getAsLong();
        CallKey worst = worst();
        Account account = worst == null ? null : accounts.get(worst);
        if (worst != null && account != null && now - least > most / 2 && account.bytes() > most / 4) {
            LOG.warning(() -> worst + " asked for " + (account.bytes() >> 20) + " MiB while " + ((now - least) >> 20)
                    + " MiB of memory stayed taken");
            kept.accept(new MemoryKept(worst, account.release()));
            calm = Duration.ZERO;
        } else {
            Duration longer = calm.isZero() ? CALM : calm.multipliedBy(2);
            calm = longer.compareTo(LONGEST_CALM) < 0 ? longer : LONGEST_CALM;
        }
        looked = System.nanoTime();
        least = now; // what is kept will be less soon, and then so will this
        accounts.clear();
    }

    private @Nullable CallKey worst() {
        return accounts.entrySet().stream()
                .max(Map.Entry.comparingByValue((one, other) -> Long.compare(one.bytes(), other.bytes())))
                .map(Map.Entry::getKey)
                .orElse(null);
    }
}
