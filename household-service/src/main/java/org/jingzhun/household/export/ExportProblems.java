package org.jingzhun.household.export;

import org.jingzhun.household.register.SensitiveWithheld;
import org.jingzhun.starter.problem.Problems;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** How exports are refused. */
@RestControllerAdvice(assignableTypes = ExportController.class)
@Order(0) // before the catch-all of the starter
class ExportProblems {

    private static final String SECONDS = "30";

    private final Problems problems;

    ExportProblems(Problems problems) {
        this.problems = problems;
    }

    @ExceptionHandler(ExportNotFound.class)
    ProblemDetail notFound() {
        return problems.of(HttpStatus.NOT_FOUND, "export-not-found");
    }

    @ExceptionHandler(ExportExpired.class)
    ProblemDetail expired() {
        return problems.of(HttpStatus.GONE, "export-expired");
    }

    @ExceptionHandler(UnmaskedNotYours.class)
    ProblemDetail unmasked() {
        return problems.of(HttpStatus.FORBIDDEN, "unmasked-not-yours");
    }

    @ExceptionHandler(SensitiveWithheld.class)
    ProblemDetail withheld() {
        return problems.of(HttpStatus.FORBIDDEN, "sensitive-withheld");
    }

    @ExceptionHandler(TooManyExports.class)
    ResponseEntity<ProblemDetail> tooMany() {
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE).header(HttpHeaders.RETRY_AFTER, SECONDS)
                .body(problems.of(HttpStatus.SERVICE_UNAVAILABLE, "too-many-exports"));
    }
}
