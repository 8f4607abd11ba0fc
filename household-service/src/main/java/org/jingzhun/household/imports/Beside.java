package org.jingzhun.household.imports;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.jspecify.annotations.Nullable;

/** A second thread that does one thing while its owner prepares the next. */
final class Beside implements AutoCloseable {

    private final ExecutorService thread;
    private CompletableFuture<@Nullable Void> pending = CompletableFuture.completedFuture(null);

    Beside(String name) {
        thread = Executors.newSingleThreadExecutor(Thread.ofPlatform().name(name).factory());
    }

    /** Begins something as soon as what was begun before has ended; fails as that has failed. */
    void run(Runnable work) {
        join();
        pending = CompletableFuture.runAsync(work, thread);
    }

    /** Waits for what was begun; fails as it has failed. */
    void join() {
        try {
            pending.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    @Override
    public void close() {
        thread.close();
    }
}
