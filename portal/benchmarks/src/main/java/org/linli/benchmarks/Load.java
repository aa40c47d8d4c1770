package org.linli.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Clients that each do one thing after the other for a while. */
final class Load {
    /** What one client does again and again. */
    @FunctionalInterface
    interface Work {
        void once() throws Exception;
    }

    /**
     * What was measured.
     *
     * @param done finished
     * @param perSecond finished per second
     * @param p50 median duration in milliseconds
     * @param p99 99th percentile in milliseconds
     */
    record Figures(int done, double perSecond, double p50, double p99) {
        /** The median of each figure. */
        static Figures median(List<Figures> rounds) {
            return new Figures(
                    rounds.stream().mapToInt(Figures::done).sum(),
                    middle(rounds.stream().mapToDouble(Figures::perSecond).toArray()),
                    middle(rounds.stream().mapToDouble(Figures::p50).toArray()),
                    middle(rounds.stream().mapToDouble(Figures::p99).toArray()));
        }
    }

    private Load() {}

    /** Runs one thread for each client for that long. */
    static Figures run(List<? extends Work> clients, Duration duration) {
        ExecutorService threads = Executors.newFixedThreadPool(clients.size());
        try {
            long begin = System.nanoTime();
            long end = begin + duration.toNanos();
            List<Future<List<Long>>> running = new ArrayList<>();
            for (Work client : clients) {
                running.add(threads.submit(() -> again(client, end)));
            }
            List<Long> all = new ArrayList<>();
            for (Future<List<Long>> one : running) {
                all.addAll(one.get());
            }
            return figures(all, (System.nanoTime() - begin) / 1e9);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            threads.shutdownNow();
        }
    }

    /** The middle one of the values. */
    static double middle(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static List<Long> again(Work client, long end) throws Exception {
        List<Long> durations = new ArrayList<>();
        for (long now = System.nanoTime(); now < end; ) {
            client.once();
            long then = System.nanoTime();
            durations.add(then - now);
            now = then;
        }
        return durations;
    }

    private static Figures figures(List<Long> nanos, double seconds) {
        long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
        return new Figures(
                sorted.length,
                sorted.length / seconds,
                sorted[sorted.length / 2] / 1e6,
                sorted[(int) Math.min(sorted.length - 1L, sorted.length * 99L / 100)] / 1e6);
    }
}
