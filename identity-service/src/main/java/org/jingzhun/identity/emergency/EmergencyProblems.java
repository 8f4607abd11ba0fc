package org.jingzhun.identity.emergency;

import org.jingzhun.starter.problem.Problems;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** How emergency grants are refused. The types are explained in docs/problems.md. */
@RestControllerAdvice(assignableTypes = {EmergencyController.class, MyEmergencyController.class})
@Order(0)
class EmergencyProblems {

    private final Problems problems;

    EmergencyProblems(Problems problems) {
        this.problems = problems;
    }

    @ExceptionHandler
    ProblemDetail on(EmergencyGrantNotFound refusal) {
        return problems.of(HttpStatus.NOT_FOUND, "emergency-grant-not-found");
    }

    @ExceptionHandler
    ProblemDetail on(TooFar refusal) {
        return problems.of(HttpStatus.UNPROCESSABLE_CONTENT, "emergency-too-far", refusal.area);
    }

    @ExceptionHandler
    ProblemDetail on(OpenAlready refusal) {
        return problems.of(HttpStatus.CONFLICT, "emergency-open-already", refusal.area);
    }

    @ExceptionHandler
    ProblemDetail on(TooManyAtOnce refusal) {
        return problems.of(HttpStatus.CONFLICT, "emergency-too-many", refusal.most);
    }

    @ExceptionHandler
    ProblemDetail on(OwnEmergency refusal) {
        return problems.of(HttpStatus.UNPROCESSABLE_CONTENT, "emergency-own");
    }

    @ExceptionHandler
    ProblemDetail on(ReviewedAlready refusal) {
        return problems.of(HttpStatus.CONFLICT, "emergency-reviewed-already");
    }
}
