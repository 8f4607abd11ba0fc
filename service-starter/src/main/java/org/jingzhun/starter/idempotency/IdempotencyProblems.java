package org.jingzhun.starter.idempotency;

import org.jingzhun.starter.problem.Problems;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** How keys are refused. */
@RestControllerAdvice
@Order(0)
class IdempotencyProblems {

    private static final String TRY_AGAIN_SECONDS = "2";

    private final Problems problems;

    IdempotencyProblems(Problems problems) {
        this.problems = problems;
    }

    @ExceptionHandler
    ProblemDetail on(IdempotencyKeyMissing refusal) {
        return problems.of(HttpStatus.BAD_REQUEST, "idempotency-key-missing");
    }

    @ExceptionHandler
    ProblemDetail on(IdempotencyKeyMalformed refusal) {
        return problems.of(HttpStatus.BAD_REQUEST, "idempotency-key-malformed");
    }

    @ExceptionHandler
    ProblemDetail on(IdempotencyKeyReused refusal) {
        return problems.of(HttpStatus.UNPROCESSABLE_CONTENT, "idempotency-key-reused");
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(StillRunning refusal) {
        return ResponseEntity.status(HttpStatus.CONFLICT).header(HttpHeaders.RETRY_AFTER, TRY_AGAIN_SECONDS)
                .body(problems.of(HttpStatus.CONFLICT, "request-still-running"));
    }
}
