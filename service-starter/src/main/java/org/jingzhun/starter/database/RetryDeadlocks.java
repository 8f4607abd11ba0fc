package org.jingzhun.starter.database;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.resilience.annotation.Retryable;

/**
 * Beside {@code @Transactional} on the method that opens the transaction: a deadlock runs the whole method again, three times at most;
 * then the caller is told 409. The method must do nothing outside the database.
 */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Retryable(predicate = Deadlock.class, maxRetries = 3, delay = 20, jitter = 20, multiplier = 2)
public @interface RetryDeadlocks {
}
