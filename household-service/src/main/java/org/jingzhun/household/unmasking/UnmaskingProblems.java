package org.jingzhun.household.unmasking;

import org.jingzhun.household.register.SensitiveWithheld;
import org.jingzhun.starter.problem.Problems;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** How unmasking refuses. */
@RestControllerAdvice(assignableTypes = UnmaskingController.class)
@Order(0) // before the catch-all of the starter
class UnmaskingProblems {

    private final Problems problems;

    UnmaskingProblems(Problems problems) {
        this.problems = problems;
    }

    @ExceptionHandler(NothingToUnmask.class)
    ProblemDetail nothing() {
        return problems.of(HttpStatus.NOT_FOUND, "nothing-to-unmask");
    }

    @ExceptionHandler(SensitiveWithheld.class)
    ProblemDetail withheld() {
        return problems.of(HttpStatus.FORBIDDEN, "sensitive-withheld");
    }
}
