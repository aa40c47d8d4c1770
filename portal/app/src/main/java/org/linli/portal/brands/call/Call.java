package org.linli.portal.brands.call;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One call under way: the plugin works on its thread, the caller waits and serves its reads. */
final class Call<T> implements Runnable, ReadLine {
    private static final Runnable END = () -> {};
    private static final int MOST_READS = 2_000;

    private final PluginWork<T> work;
    private final ClassLoader loader;
    private final BlockingQueue<Runnable> inbox = new LinkedBlockingQueue<>();
    private volatile boolean over;
    private volatile @Nullable Thread thread;
    private volatile @Nullable RuntimeException coreFailure;
    private @Nullable T answer;
    private @Nullable Throwable failure;
    private int reads;

    Call(ClassLoader loader, PluginWork<T> work) {
        this.loader = loader;
        this.work = work;
    }

    // --- on the plugin's thread

    @Override
    public void run() {
        Thread me = Thread.currentThread();
        thread = me;
        me.setContextClassLoader(loader);
        try {
            answer = work.on(this);
        } catch (Throwable e) { // whatever a plugin throws, Errors too, ends here
            failure = e;
        } finally {
            me.setContextClassLoader(null);
            thread = null;
            inbox.add(END);
        }
    }

    @Override
    public <R> R read(Supplier<R> read) {
        if (over || thread != Thread.currentThread()) {
            throw new IllegalStateException("the context is valid during the call only, on its thread");
        }
        if (++reads > MOST_READS) {
            throw new IllegalStateException("more than " + MOST_READS + " reads in one call");
        }
        FutureTask<R> task = new FutureTask<>(read::get);
        inbox.add(task);
        try {
            return task.get();
        } catch (ExecutionException e) {
            throw refused(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the call is over", e);
        }
    }

    /** What a plugin did wrong comes back as it is; a failure of the core is remembered, the plugin is not to blame. */
    private RuntimeException refused(@Nullable Throwable cause) {
        if (cause instanceof IllegalArgumentException || cause instanceof NotAllowed) {
            return new IllegalStateException(String.valueOf(cause.getMessage()), cause);
        }
        coreFailure = cause instanceof RuntimeException known ? known : new IllegalStateException(cause);
        return new IllegalStateException("the portal could not read");
    }

    // --- on the caller's thread

    /**
     * Serves reads until the plugin ended; false when it did not within that time.
     *
     * @param lost what of the time nobody could use, in nanoseconds: asked when the time is over, and added
     */
    boolean await(long nanos, LongSupplier lost) throws InterruptedException {
        long begin = System.nanoTime();
        long allowed = nanos;
        while (true) {
            Runnable next = inbox.poll(Math.max(0, begin + allowed - System.nanoTime()), TimeUnit.NANOSECONDS);
            if (next == END) {
                over = true;
                return true;
            }
            if (next != null) {
                next.run();
            } else if (System.nanoTime() - begin >= nanos + lost.getAsLong()) {
                over = true;
                return false;
            } else {
                allowed = nanos + lost.getAsLong();
            }
        }
    }

    /** Of the release that was asked. */
    ClassLoader loader() {
        return loader;
    }

    /** The thread that still works on it, if any. */
    @Nullable
    Thread thread() {
        return thread;
    }

    @Nullable
    RuntimeException coreFailure() {
        return coreFailure;
    }

    @Nullable
    Throwable failure() {
        return failure;
    }

    @Nullable
    T answer() {
        return answer;
    }

    /** A plugin asked for what it may not have. */
    static final class NotAllowed extends IllegalStateException {
        private static final long serialVersionUID = 1L;

        NotAllowed(String message) {
            super(message);
        }
    }
}
