package org.jingzhun.bench.register;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Asks again and again, on virtual threads: so many at once, or so many a second. */
final class Load {

    /** A request; false where it was refused. */
    interface Asking {
        boolean ask(int number) throws Exception;
    }

    /** What came of it, in milliseconds. */
    record Figures(int done, int errors, double rate, double p50, double p99, double longest) {}

    private Load() {}

    /** Each of {@code writers} asks as soon as it was answered, until all {@code times} are done or the time is over. */
    static Figures closed(int writers, int times, double seconds, Asking asking) {
        var next = new AtomicInteger();
        var taken = new AtomicLongArray(Math.min(times, 20_000_000));
        var errors = new AtomicInteger();
        var done = new AtomicInteger();
        var begun = System.nanoTime();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var writer = 0; writer < writers; writer++) {
                threads.execute(() -> {
                    for (var i = next.getAndIncrement(); i < times
                            && System.nanoTime() - begun < seconds * 1e9; i = next.getAndIncrement()) {
                        var from = System.nanoTime();
                        ask(asking, i, errors);
                        taken.set(done.getAndIncrement(), System.nanoTime() - from);
                    }
                });
            }
        }
        return figures(taken, done.get(), errors.get(), begun);
    }

    /** So many a second, whether or not the earlier ones are answered; an answer's time counts from when its request was due. */
    static Figures constant(int perSecond, int times, Asking asking) {
        return constant(perSecond, times, asking, () -> false);
    }

    /** The same, but no longer than until it is over. */
    static Figures constant(int perSecond, int times, Asking asking, BooleanSupplier over) {
        var taken = new AtomicLongArray(times);
        var errors = new AtomicInteger();
        var done = new AtomicInteger();
        var begun = System.nanoTime();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var i = 0; i < times && !over.getAsBoolean(); i++) {
                var number = i;
                var due = begun + (long) (i * 1e9 / perSecond);
                while (System.nanoTime() < due) {
                    LockSupport.parkNanos(due - System.nanoTime());
                }
                threads.execute(() -> {
                    ask(asking, number, errors);
                    taken.set(done.getAndIncrement(), System.nanoTime() - due);
                });
            }
        }
        return figures(taken, done.get(), errors.get(), begun);
    }

    private static void ask(Asking asking, int number, AtomicInteger errors) {
        try {
            if (!asking.ask(number)) {
                errors.incrementAndGet();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            errors.incrementAndGet();
        }
    }

    private static Figures figures(AtomicLongArray taken, int done, int errors, long begun) {
        var seconds = (System.nanoTime() - begun) / 1e9;
        var sorted = new long[done];
        Arrays.setAll(sorted, taken::get);
        Arrays.sort(sorted);
        return new Figures(done, errors, done / seconds, at(sorted, 0.5), at(sorted, 0.99), at(sorted, 1));
    }

    private static double at(long[] sorted, double share) {
        return sorted.length == 0 ? 0 : sorted[Math.min(sorted.length - 1, (int) (share * sorted.length))] / 1e6;
    }

    /** A line of a table: the rounds of one route, the middle one by its rate. */
    static String line(String name, List<Figures> rounds) {
        var sorted = new ArrayList<>(rounds);
        sorted.sort((one, other) -> Double.compare(one.rate, other.rate));
        var middle = sorted.get(sorted.size() / 2);
        return "| %s | %.0f · %.0f · %.0f | %.1f | %.1f | %.1f | %d | %d |".formatted(name, sorted.getFirst().rate, middle.rate,
                sorted.getLast().rate, middle.p50, middle.p99, middle.longest, rounds.stream().mapToInt(Figures::done).sum(),
                rounds.stream().mapToInt(Figures::errors).sum());
    }

    static String heading() {
        return "| | per second: min · median · max | p50 ms | p99 ms | longest ms | asked | refused or failed |%n|---|--:|--:|--:|--:|--:|--:|"
                .formatted();
    }
}
