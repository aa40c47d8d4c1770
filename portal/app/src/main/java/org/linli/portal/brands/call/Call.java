package org.linli.portal.brands.call;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.linli.portal.brands.call.CallFailed.Cause;

/** One call under way: the plugin works on its thread, the caller waits and serves its reads. */
final class Call<T> implements Runnable, ReadLine {
    private static final Runnable END = () -> {};
    private static final int MOST_READS = 2_000;
    /** How often the caller looks what the plugin has used: a thread can ask for some megabytes in that time. */
    private static final long LOOK_MILLIS = 5;

    private static final long IDLE_MILLIS = 50;

    private final PluginWork<T> work;
    private final ClassLoader loader;
    private final Allowance allowance;
    private final Turns.Turn turn;
    private final BlockingQueue<Runnable> inbox = new LinkedBlockingQueue<>();
    private volatile boolean over;
    private volatile @Nullable Thread thread;
    private volatile @Nullable RuntimeException coreFailure;
    private @Nullable T answer;
    private @Nullable Throwable failure;
    private int reads;
    private long processorUsed;
    private long lastSeenAtWork = System.nanoTime();

    /** A call that has its turn already, and gives it back. */
    Call(ClassLoader loader, Allowance allowance, Turns.Turn turn, PluginWork<T> work) {
        this.loader = loader;
        this.allowance = allowance;
        this.turn = turn;
        this.work = work;
    }

    // --- on the plugin's thread

    @Override
    public void run() {
        if (over) {
            return;
        }
        Thread me = Thread.currentThread();
        thread = me;
        me.setContextClassLoader(loader);
        allowance.begin();
        try {
            answer = work.on(this);
        } catch (Throwable e) { // whatever a plugin throws, Errors too, ends here
            failure = e;
        } finally {
            thread = null; // from here on nobody stops it
            allowance.end();
            turn.end();
            me.setContextClassLoader(null);
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
        turn.end();
        inbox.add(task);
        try {
            R result = task.get();
            if (!turn.take(allowance.left())) {
                throw new IllegalStateException("the call is over");
            }
            return result;
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

    /** Serves reads until the plugin ended, or has used more than it may: then why, else null. */
    @Nullable
    Cause await() throws InterruptedException {
        while (true) {
            Runnable next = inbox.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
            if (next == END) {
                over = true;
                return allowance.wasTooLarge() ? Cause.LARGE : null;
            }
            if (next != null) {
                long begin = System.nanoTime();
                next.run();
                allowance.read(System.nanoTime() - begin);
            }
            lendTurn();
            Cause exceeded = allowance.exceeded();
            if (exceeded != null) {
                over = true;
                return exceeded;
            }
        }
    }

    /** What sleeps or waits for something of its own uses no processor, and needs no turn. */
    private void lendTurn() {
        long used = allowance.processorUsed();
        long now = System.nanoTime();
        if (used != processorUsed) {
            processorUsed = used;
            lastSeenAtWork = now;
        } else if (now - lastSeenAtWork > TimeUnit.MILLISECONDS.toNanos(IDLE_MILLIS)) {
            turn.end();
        }
    }

    Turns.Turn turn() {
        return turn;
    }

    /** Memory that the plugin asked for, until now or in all. */
    long bytes() {
        return allowance.bytes();
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
