package org.jingzhun.starter.page;

import org.jingzhun.starter.problem.Problems;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** How marks and page sizes are refused. */
@RestControllerAdvice
@Order(0)
class PageProblems {

    private final Problems problems;

    PageProblems(Problems problems) {
        this.problems = problems;
    }

    @ExceptionHandler
    ProblemDetail on(CursorNotYours refusal) {
        return problems.of(HttpStatus.BAD_REQUEST, "cursor-not-yours");
    }

    @ExceptionHandler
    ProblemDetail on(LimitNotANumber refusal) {
        return problems.of(HttpStatus.BAD_REQUEST, "limit-not-a-number");
    }
}
