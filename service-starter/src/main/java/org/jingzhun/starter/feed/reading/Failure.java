package org.jingzhun.starter.feed.reading;

import java.sql.SQLException;

import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.TransactionException;

/** What went wrong, in words without data: messages of exceptions may repeat values. */
final class Failure {

    private Failure() {}

    static String of(Exception failure) {
        var root = NestedExceptionUtils.getMostSpecificCause(failure);
        if (failure instanceof FeedUnavailable) {
            return String.valueOf(failure.getMessage());
        }
        var names = failure.getClass().getSimpleName();
        if (!root.equals(failure)) {
            names += ", " + root.getClass().getSimpleName();
        }
        return root instanceof SQLException sql ? names + " " + sql.getErrorCode() : names;
    }

    /** Whether it is the database that fails, or a lock: no fact is to blame. */
    static boolean isPassing(Exception failure) {
        return failure instanceof TransientDataAccessException || failure instanceof RecoverableDataAccessException
                || failure instanceof CannotGetJdbcConnectionException || failure instanceof TransactionException;
    }
}
