package org.jingzhun.identity.rotation;

import org.jingzhun.starter.problem.Problems;
import org.jingzhun.starter.rotation.RotationRunning;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** How rotations of keys are refused. The types are explained in docs/problems.md. */
@RestControllerAdvice(assignableTypes = KeyRotationController.class)
@Order(0)
class KeyProblems {

    private final Problems problems;

    KeyProblems(Problems problems) {
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
}
