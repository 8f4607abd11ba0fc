package org.jingzhun.household.savedfilter;

import org.jingzhun.starter.problem.Problems;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** How saved filters refuse. */
@RestControllerAdvice(assignableTypes = SavedFilterController.class)
@Order(0) // before the catch-all of the starter
class SavedFilterProblems {

    private final Problems problems;

    SavedFilterProblems(Problems problems) {
        this.problems = problems;
    }

    @ExceptionHandler(SavedFilterNotFound.class)
    ProblemDetail notFound() {
        return problems.of(HttpStatus.NOT_FOUND, "saved-filter-not-found");
    }

    @ExceptionHandler(DuplicateKeyException.class)
    ProblemDetail taken() {
        return problems.of(HttpStatus.CONFLICT, "saved-filter-name-taken");
    }

    @ExceptionHandler
    ProblemDetail on(TooManySavedFilters refusal) {
        return problems.of(HttpStatus.UNPROCESSABLE_CONTENT, "too-many-saved-filters", refusal.most());
    }
}
