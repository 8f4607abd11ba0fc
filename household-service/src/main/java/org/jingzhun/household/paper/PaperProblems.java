package org.jingzhun.household.paper;

import org.jingzhun.starter.problem.Problems;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** How papers are refused. */
@RestControllerAdvice(assignableTypes = PaperController.class)
@Order(0) // before the catch-all of the starter
class PaperProblems {

    private final Problems problems;

    PaperProblems(Problems problems) {
        this.problems = problems;
    }

    @ExceptionHandler(NothingToPrint.class)
    ProblemDetail notFound() {
        return problems.of(HttpStatus.NOT_FOUND, "household-not-found");
    }
}
