package org.linli.portal.brands.call;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
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
    /** After growth that a collection brought back; twice as long each time, for a collection may stop the portal. */
    private static final Duration CALM = Duration.ofSeconds(30);

    private static final Duration LONGEST_CALM = Duration.ofHours(1);
    /** When the old generation is that full, of a hundred, it is looked at all the same, but not all the time. */
    private static final int FULL = 80;

    private static final Duration HASTE = Duration.ofSeconds(5);

    private final Map<CallKey, Account> accounts = new ConcurrentHashMap<>();
    private final AtomicBoolean looking = new AtomicBoolean();
    private final Consumer<MemoryKept> kept;
    private final Memory memory;
    private final long most;
    private final long full;
    private volatile long least = Long.MAX_VALUE;
    private volatile Duration calm = Duration.ZERO;
    private volatile long looked = System.nanoTime() - HASTE.toNanos();

    /** Where what stays is kept. */
    public interface Memory {
        /** Bytes in it after the last collection of whatever kind. */
        long settled();

        /** Bytes that stay after a collection of everything; it may stop the portal for a moment. */
        long afterFullCollection();

        /** Bytes of the whole heap, at most. */
        long size();
    }

    @Inject
    public HeapWatch(
            Event<MemoryKept> kept,
            OldGeneration memory,
            @ConfigProperty(name = "linli.brands.kept-memory-mib", defaultValue = "256") int mebibytes) {
        this(kept::fire, memory, Math.min((long) mebibytes << 20, memory.size() / 4));
    }

    /** With the bytes by which it may grow. */
    HeapWatch(Consumer<MemoryKept> kept, Memory memory, long most) {
        this.kept = kept;
        this.memory = memory;
        this.most = most;
        this.full = memory.size() / 100 * FULL;
    }

    /** What a release asked for at a point since the memory was looked at last. */
    private record Account(WeakReference<ClassLoader> release, long bytes) {}

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
        long now = memory.settled();
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
        long now = memory.afterFullCollection();
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
