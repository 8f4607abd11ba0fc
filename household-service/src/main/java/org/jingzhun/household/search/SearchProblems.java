package org.jingzhun.household.search;

import org.jingzhun.household.register.SensitiveWithheld;
import org.jingzhun.starter.problem.Problems;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** How the search refuses. */
@RestControllerAdvice(assignableTypes = PersonSearchController.class)
@Order(0) // before the catch-all of the starter
class SearchProblems {

    private final Problems problems;

    SearchProblems(Problems problems) {
        this.problems = problems;
    }

    @ExceptionHandler(SensitiveWithheld.class)
    ProblemDetail withheld() {
        return problems.of(HttpStatus.FORBIDDEN, "sensitive-withheld");
    }

    @ExceptionHandler(SearchMarkOfAnother.class)
    ProblemDetail mark() {
        return problems.of(HttpStatus.BAD_REQUEST, "search-mark-of-another");
    }
}
