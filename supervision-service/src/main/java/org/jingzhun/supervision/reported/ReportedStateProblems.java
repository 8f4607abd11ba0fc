package org.jingzhun.supervision.reported;

import org.jingzhun.starter.problem.Problems;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** How reading refuses. */
@RestControllerAdvice(assignableTypes = ReportedStateController.class)
@Order(0)
class ReportedStateProblems {

    private final Problems problems;

    ReportedStateProblems(Problems problems) {
        this.problems = problems;
    }

    @ExceptionHandler
    ProblemDetail on(NotReported refusal) {
        return problems.of(HttpStatus.NOT_FOUND, "reported-state-not-found");
    }
}
