package org.jingzhun.starter.access;

import org.jingzhun.starter.problem.Problems;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** How areas are refused. */
@RestControllerAdvice
@Order(0)
class AccessProblems {

    private final Problems problems;

    AccessProblems(Problems problems) {
        this.problems = problems;
    }

    @ExceptionHandler
    ProblemDetail on(AreaNotYours refusal) {
        return problems.of(HttpStatus.FORBIDDEN, "area-not-yours", refusal.area());
    }

    @ExceptionHandler
    ProblemDetail on(NotADivision refusal) {
        return problems.of(HttpStatus.BAD_REQUEST, "area-not-a-division");
    }
}
