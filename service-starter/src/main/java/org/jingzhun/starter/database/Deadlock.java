package org.jingzhun.starter.database;

import java.lang.reflect.Method;
import java.sql.SQLException;

import org.jspecify.annotations.Nullable;
import org.springframework.resilience.retry.MethodRetryPredicate;

/** Tells a deadlock, whose victim may simply begin again, from a lock that was waited for in vain, which would only be waited for again. */
final class Deadlock implements MethodRetryPredicate {

    private static final int ER_LOCK_DEADLOCK = 1213;

    @Override
    public boolean shouldRetry(Method method, Throwable failure) {
        return is(failure);
    }

    static boolean is(@Nullable Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getErrorCode() == ER_LOCK_DEADLOCK) {
                return true;
            }
        }
        return false;
    }
}
