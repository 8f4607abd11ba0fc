package org.jingzhun.household.codelist;

import org.jingzhun.starter.problem.Problems;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** How code lists refuse. */
@RestControllerAdvice(assignableTypes = CodeListController.class)
@Order(0) // before the catch-all of the starter
class CodeListProblems {

    private final Problems problems;

    CodeListProblems(Problems problems) {
        this.problems = problems;
    }

    @ExceptionHandler(CodeListNotFound.class)
    ProblemDetail notFound() {
        return problems.of(HttpStatus.NOT_FOUND, "code-list-not-found");
    }
}
