package org.jingzhun.household.quality;

import org.jingzhun.starter.problem.Problems;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** How findings and runs refuse. */
@RestControllerAdvice(assignableTypes = {FindingController.class, QualityRunController.class})
@Order(0) // before the catch-all of the starter
class QualityProblems {

    private final Problems problems;

    QualityProblems(Problems problems) {
        this.problems = problems;
    }

    @ExceptionHandler(FindingNotFound.class)
    ProblemDetail noFinding() {
        return problems.of(HttpStatus.NOT_FOUND, "finding-not-found");
    }

    @ExceptionHandler(QualityRunNotFound.class)
    ProblemDetail noRun() {
        return problems.of(HttpStatus.NOT_FOUND, "quality-run-not-found");
    }

    @ExceptionHandler(FindingFixed.class)
    ProblemDetail fixed() {
        return problems.of(HttpStatus.CONFLICT, "finding-in-other-state");
    }

    @ExceptionHandler(QualityRunOver.class)
    ProblemDetail over() {
        return problems.of(HttpStatus.CONFLICT, "quality-run-over");
    }

    @ExceptionHandler(CausedByCaller.class)
    ProblemDetail caused() {
        return problems.of(HttpStatus.UNPROCESSABLE_CONTENT, "finding-caused-by-caller");
    }

    @ExceptionHandler
    ProblemDetail on(ExemptionTooLong refusal) {
        return problems.of(HttpStatus.UNPROCESSABLE_CONTENT, "exemption-too-long", refusal.from(), refusal.to());
    }
}
