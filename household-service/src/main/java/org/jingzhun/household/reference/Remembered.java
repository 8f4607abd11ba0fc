package org.jingzhun.household.reference;

import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Reference data held in memory, whole.
 *
 * <p>Every half minute one reader looks whether another instance has loaded a newer edition; meanwhile the others go on with what is there.
 */
public final class Remembered<T> {

    private static final Duration CHECKED_EVERY = Duration.ofSeconds(30);

    private final JdbcClient jdbc;
    private final String topic;
    private final Supplier<T> read;
    private final ReentrantLock checking = new ReentrantLock();
    private volatile @Nullable Held<T> held;

    /** Remembers what {@code read} gives, as long as the version of the topic stays. */
    public Remembered(JdbcClient jdbc, String topic, Supplier<T> read) {
        this.jdbc = jdbc;
        this.topic = topic;
        this.read = read;
    }

    /** The data, at most half a minute behind. */
    public T get() {
        var current = held;
        if (current == null) {
            checking.lock();
            try {
                return check().value();
            } finally {
                checking.unlock();
            }
        }
        if (System.nanoTime() - current.checkedAt() > CHECKED_EVERY.toNanos() && checking.tryLock()) {
            try {
                return check().value();
            } finally {
                checking.unlock();
            }
        }
        return current.value();
    }

    private Held<T> check() {
        var current = held;
        var now = System.nanoTime();
        if (current != null && now - current.checkedAt() <= CHECKED_EVERY.toNanos()) {
            return current;
        }
        long version = jdbc.sql("select coalesce(max(version), 0) from reference_version where topic = ?")
                .param(topic).query(Long.class).single();
        var next = current != null && current.version() == version
                ? new Held<>(version, current.value(), now)
                : new Held<>(version, read.get(), now);
        held = next;
        return next;
    }

    private record Held<T>(long version, T value, long checkedAt) {}
}
