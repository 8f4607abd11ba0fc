package org.jingzhun.household.snapshot;

import org.jingzhun.starter.problem.Problems;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** How snapshots refuse. */
@RestControllerAdvice(assignableTypes = SnapshotController.class)
@Order(0) // before the catch-all of the starter
class SnapshotProblems {

    private final Problems problems;

    SnapshotProblems(Problems problems) {
        this.problems = problems;
    }

    @ExceptionHandler({SnapshotExists.class, DuplicateKeyException.class})
    ProblemDetail exists() {
        return problems.of(HttpStatus.CONFLICT, "snapshot-exists");
    }

    @ExceptionHandler(SnapshotNotPossible.class)
    ProblemDetail notPossible() {
        return problems.of(HttpStatus.UNPROCESSABLE_CONTENT, "snapshot-not-possible");
    }

    @ExceptionHandler(SnapshotNotFound.class)
    ProblemDetail notFound() {
        return problems.of(HttpStatus.NOT_FOUND, "snapshot-not-found");
    }
}
