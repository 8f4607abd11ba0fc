package org.jingzhun.household.duplicate;

import org.jingzhun.starter.problem.Problems;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** How the work on double entries is refused. */
@RestControllerAdvice(basePackageClasses = DuplicateProblems.class)
@Order(0) // before the catch-all of the starter
class DuplicateProblems {

    private final Problems problems;

    DuplicateProblems(Problems problems) {
        this.problems = problems;
    }

    @ExceptionHandler(Refusals.NotFound.class)
    ProblemDetail notFound() {
        return problems.of(HttpStatus.NOT_FOUND, "duplicate-not-found");
    }

    @ExceptionHandler(Refusals.OtherElsewhere.class)
    ProblemDetail elsewhere() {
        return problems.of(HttpStatus.FORBIDDEN, "duplicate-other-elsewhere");
    }

    @ExceptionHandler(Refusals.InOtherState.class)
    ProblemDetail otherState() {
        return problems.of(HttpStatus.CONFLICT, "duplicate-in-other-state");
    }

    @ExceptionHandler(Refusals.ChangedMeanwhile.class)
    ProblemDetail changedMeanwhile() {
        return problems.of(HttpStatus.CONFLICT, "duplicate-changed-meanwhile");
    }

    @ExceptionHandler(Refusals.SearchOver.class)
    ProblemDetail over() {
        return problems.of(HttpStatus.CONFLICT, "duplicate-search-over");
    }

    @ExceptionHandler(Refusals.SecondOfficerRequired.class)
    ProblemDetail secondOfficer() {
        return problems.of(HttpStatus.UNPROCESSABLE_CONTENT, "duplicate-second-officer-required");
    }

    @ExceptionHandler(Refusals.KeepUnclear.class)
    ProblemDetail keep() {
        return problems.of(HttpStatus.UNPROCESSABLE_CONTENT, "duplicate-keep-unclear");
    }

    @ExceptionHandler(Refusals.HouseholdNeedsHead.class)
    ProblemDetail needsHead() {
        return problems.of(HttpStatus.UNPROCESSABLE_CONTENT, "duplicate-household-needs-head");
    }

    @ExceptionHandler
    ProblemDetail on(Refusals.SeparationBlocked refusal) {
        var problem = problems.of(HttpStatus.CONFLICT, "duplicate-separation-blocked");
        problem.setProperty("inTheWay", refusal.obstacles().stream().map(it -> new InTheWay(it.what(), it.number(),
                problems.text("separation." + it.what(), it.number()))).toList());
        return problem;
    }

    /** What has contradicted a merge since. */
    record InTheWay(String what, String number, String detail) {}

    @ExceptionHandler
    ProblemDetail on(Refusals.TooEarly refusal) {
        return problems.of(HttpStatus.UNPROCESSABLE_CONTENT, "duplicate-merge-too-early", refusal.since());
    }
}
