package org.jingzhun.starter.feed;

import org.jingzhun.starter.problem.Problems;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** How readers of the feed are refused. The types are explained in docs/problems.md. */
@RestControllerAdvice(assignableTypes = FactController.class)
@Order(0)
class FeedProblems {

    private final Problems problems;

    FeedProblems(Problems problems) {
        this.problems = problems;
    }

    @ExceptionHandler
    ProblemDetail on(FeedCursorMalformed refusal) {
        return problems.of(HttpStatus.BAD_REQUEST, "feed-cursor-malformed");
    }

    @ExceptionHandler
    ProblemDetail on(FeedEpochOver refusal) {
        return problems.of(HttpStatus.CONFLICT, "feed-epoch-over");
    }

    @ExceptionHandler
    ProblemDetail on(FeedScopeChanged refusal) {
        return problems.of(HttpStatus.CONFLICT, "feed-scope-changed");
    }
}
