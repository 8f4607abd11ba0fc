package org.jingzhun.identity.signin;

import org.jingzhun.starter.problem.Problems;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** How the change of the own password refuses. */
@RestControllerAdvice(assignableTypes = OwnPasswordController.class)
@Order(0)
class SignInProblems {

    private final Problems problems;

    SignInProblems(Problems problems) {
        this.problems = problems;
    }

    @ExceptionHandler
    ProblemDetail on(PresentPasswordWrong refusal) {
        return problems.of(HttpStatus.UNPROCESSABLE_CONTENT, "present-password-wrong");
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(TooManyFailures refusal) {
        return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
                .header(HttpHeaders.RETRY_AFTER, Long.toString(refusal.seconds))
                .body(problems.of(HttpStatus.TOO_MANY_REQUESTS, "too-many-failures", refusal.seconds));
    }
}
