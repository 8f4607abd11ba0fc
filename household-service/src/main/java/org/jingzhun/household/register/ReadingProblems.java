package org.jingzhun.household.register;

import org.jingzhun.starter.problem.Problems;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** How every read refuses moments and filters that cannot be, whichever feature offers it. */
@RestControllerAdvice
@Order(0) // before the catch-all of the starter
class ReadingProblems {

    private final Problems problems;

    ReadingProblems(Problems problems) {
        this.problems = problems;
    }

    @ExceptionHandler(MomentInTheFuture.class)
    ProblemDetail future() {
        return problems.of(HttpStatus.BAD_REQUEST, "moment-in-the-future");
    }

    @ExceptionHandler
    ProblemDetail on(FilterNotValid refusal) {
        var problem = problems.of(HttpStatus.BAD_REQUEST, "filter-not-valid");
        problem.setProperty("errors", refusal.errors());
        return problem;
    }
}
