package org.jingzhun.household.figure.reading;

import org.jingzhun.starter.problem.Problems;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** How figures refuse. */
@RestControllerAdvice(assignableTypes = {FigureController.class, FlowController.class, FrozenFigureController.class})
@Order(0) // before the catch-all of the starter
class FigureProblems {

    private final Problems problems;

    FigureProblems(Problems problems) {
        this.problems = problems;
    }

    @ExceptionHandler(FigureUnknown.class)
    ProblemDetail unknown() {
        return problems.of(HttpStatus.NOT_FOUND, "figure-not-found");
    }

    @ExceptionHandler(FigureNotPossible.class)
    ProblemDetail notPossible(FigureNotPossible e) {
        return problems.of(HttpStatus.UNPROCESSABLE_CONTENT, "figure-not-possible", e.parameter());
    }

    @ExceptionHandler(FigureSensitive.class)
    ProblemDetail sensitive() {
        return problems.of(HttpStatus.FORBIDDEN, "figure-sensitive");
    }

    @ExceptionHandler(FiguresNotReady.class)
    ResponseEntity<ProblemDetail> notReady() {
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE).header(HttpHeaders.RETRY_AFTER, "30")
                .body(problems.of(HttpStatus.SERVICE_UNAVAILABLE, "figures-not-ready"));
    }
}
