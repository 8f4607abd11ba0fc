package org.jingzhun.household.register;

import org.jingzhun.starter.problem.Problems;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** How the register refuses. */
@RestControllerAdvice(assignableTypes = {HouseholdController.class, PersonController.class})
@Order(0) // before the catch-all of the starter
class RegisterProblems {

    private final Problems problems;

    RegisterProblems(Problems problems) {
        this.problems = problems;
    }

    @ExceptionHandler(HouseholdNotFound.class)
    ProblemDetail notFound() {
        return problems.of(HttpStatus.NOT_FOUND, "household-not-found");
    }

    @ExceptionHandler(PersonNotFound.class)
    ProblemDetail personNotFound() {
        return problems.of(HttpStatus.NOT_FOUND, "person-not-found");
    }

    @ExceptionHandler(SensitiveWithheld.class)
    ProblemDetail withheld() {
        return problems.of(HttpStatus.FORBIDDEN, "sensitive-withheld");
    }
}
