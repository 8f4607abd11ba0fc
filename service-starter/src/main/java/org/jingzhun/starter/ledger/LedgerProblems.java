package org.jingzhun.starter.ledger;

import org.jingzhun.starter.problem.Problems;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** How ledgers refuse, unless a service says it in its own words. */
@RestControllerAdvice
@Order(100) // after a service's own, before the catch-all
class LedgerProblems {

    private final Problems problems;

    LedgerProblems(Problems problems) {
        this.problems = problems;
    }

    @ExceptionHandler(NotInLedger.class)
    ProblemDetail notFound() {
        return problems.of(HttpStatus.NOT_FOUND, "record-not-found");
    }

    @ExceptionHandler(LedgerClosed.class)
    ProblemDetail closed() {
        return problems.of(HttpStatus.CONFLICT, "record-closed");
    }

    @ExceptionHandler(NumberTaken.class)
    ProblemDetail taken() {
        return problems.of(HttpStatus.CONFLICT, "number-taken");
    }

    @ExceptionHandler(NumberStays.class)
    ProblemDetail stays() {
        return problems.of(HttpStatus.UNPROCESSABLE_CONTENT, "number-stays");
    }

    @ExceptionHandler(ClosingInTheFuture.class)
    ProblemDetail tooEarly() {
        return problems.of(HttpStatus.UNPROCESSABLE_CONTENT, "closing-in-the-future");
    }
}
