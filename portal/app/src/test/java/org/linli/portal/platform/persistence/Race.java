package org.linli.portal.platform.persistence;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;

/** Many at once, all starting together. */
public final class Race {
    private Race() {}

    /** Runs the work for 0 to runners − 1 at once and gives what each failed with, null for those who came through. */
    public static List<Throwable> of(int runners, IntConsumer work) {
        ExecutorService threads = Executors.newFixedThreadPool(runners);
        CountDownLatch start = new CountDownLatch(1);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < runners; i++) {
                int runner = i;
                all.add(threads.submit(() -> {
                    start.await();
                    work.accept(runner);
                    return null;
                }));
            }
            start.countDown();
            List<Throwable> failures = new ArrayList<>();
            for (Future<?> one : all) {
                try {
                    one.get();
                    failures.add(null);
                } catch (ExecutionException e) {
                    failures.add(e.getCause());
                }
            }
            return failures;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        } finally {
            threads.shutdownNow();
        }
    }

    /** How many came through. */
    public static long winners(List<Throwable> failures) {
        return failures.stream().filter(failure -> failure == null).count();
    }
}
