package org.jingzhun.starter.database;

import java.time.Duration;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Runs work in one transaction, and the whole of it again after a deadlock: {@link RetryDeadlocks} for code without a bean method. */
public class Transactions {

    private final TransactionTemplate transaction;
    private final RetryTemplate retry = new RetryTemplate(RetryPolicy.builder()
            .predicate(Deadlock::is)
            .maxRetries(3)
            .delay(Duration.ofMillis(20))
            .jitter(Duration.ofMillis(20))
            .multiplier(2)
            .build());

    public Transactions(PlatformTransactionManager manager) {
        transaction = new TransactionTemplate(manager);
    }

    /** Inside a transaction that is open already it takes part in that one, and whoever opened it tries again. */
    @SuppressWarnings("NullAway") // the type of the result says itself whether it may be null
    public <T extends @Nullable Object> T inOne(Supplier<T> work) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            return transaction.execute(status -> work.get());
        }
        return retry.invoke(() -> transaction.execute(status -> work.get()));
    }

    /** Whether a failure comes from a deadlock, which is tried again, and not from a lock that was waited for in vain. */
    public static boolean isDeadlock(Throwable failure) {
        return Deadlock.is(failure);
    }

    public void inOne(Runnable work) {
        this.<@Nullable Void>inOne(() -> {
            work.run();
            return null;
        });
    }
}
