package org.jingzhun.household.division;

import org.jingzhun.starter.problem.Problems;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** How divisions refuse. */
@RestControllerAdvice(assignableTypes = DivisionController.class)
@Order(0) // before the catch-all of the starter
class DivisionProblems {

    private final Problems problems;

    DivisionProblems(Problems problems) {
        this.problems = problems;
    }

    @ExceptionHandler(DivisionNotFound.class)
    ProblemDetail notFound() {
        return problems.of(HttpStatus.NOT_FOUND, "division-not-found");
    }
}
