package org.jingzhun.starter.rotation;

import org.jingzhun.starter.problem.Problems;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** How rotations of keys are refused. The types are explained in docs/problems.md. */
@RestControllerAdvice(assignableTypes = KeyRotationEndpoint.class)
@Order(0)
class RotationProblems {

    private final Problems problems;

    RotationProblems(Problems problems) {
        this.problems = problems;
    }

    @ExceptionHandler
    ProblemDetail on(RotationRunning refusal) {
        return problems.of(HttpStatus.CONFLICT, "key-rotation-running");
    }

    @ExceptionHandler
    ProblemDetail on(RotationNotFound refusal) {
        return problems.of(HttpStatus.NOT_FOUND, "key-rotation-not-found");
    }

    @ExceptionHandler
    ProblemDetail on(NothingToRotate refusal) {
        return problems.of(HttpStatus.UNPROCESSABLE_CONTENT, "key-rotation-without-digests");
    }
}
