package org.jingzhun.starter.feed.reading;

import org.jingzhun.starter.problem.Problems;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** How whoever tends the feeds is refused. The types are explained in docs/problems.md. */
@RestControllerAdvice(assignableTypes = {FeedsController.class, ParkedFactController.class})
@Order(0)
class ReadingProblems {

    private final Problems problems;

    ReadingProblems(Problems problems) {
        this.problems = problems;
    }

    @ExceptionHandler
    ProblemDetail on(FeedNotRead refusal) {
        return problems.of(HttpStatus.UNPROCESSABLE_CONTENT, "feed-not-read");
    }

    @ExceptionHandler
    ProblemDetail on(ParkedFactNotFound refusal) {
        return problems.of(HttpStatus.NOT_FOUND, "parked-fact-not-found");
    }

    @ExceptionHandler
    ProblemDetail on(ParkedFactFailedAgain refusal) {
        return problems.of(HttpStatus.CONFLICT, "parked-fact-failed-again");
    }
}
