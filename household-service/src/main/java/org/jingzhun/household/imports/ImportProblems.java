package org.jingzhun.household.imports;

import java.util.List;

import org.jingzhun.starter.problem.FieldProblem;
import org.jingzhun.starter.problem.Problems;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** How imports refuse. What is wrong with a file stands in its job, in the same form. */
@RestControllerAdvice(assignableTypes = {ImportController.class, DifferenceController.class})
@Order(0) // before the catch-all of the starter
class ImportProblems {

    private final Problems problems;

    ImportProblems(Problems problems) {
        this.problems = problems;
    }

    @ExceptionHandler(ImportNotFound.class)
    ProblemDetail notFound() {
        return problems.of(HttpStatus.NOT_FOUND, "import-not-found");
    }

    @ExceptionHandler
    ProblemDetail on(ImportInOtherState refusal) {
        return problems.of(HttpStatus.CONFLICT, "import-in-other-state", refusal.state());
    }

    @ExceptionHandler
    ProblemDetail on(SecondOfficerRequired refusal) {
        var problem = problems.of(HttpStatus.UNPROCESSABLE_CONTENT, "second-officer-required");
        problem.setDetail(problems.text("import.second-officer-required", refusal.households()));
        return problem;
    }

    @ExceptionHandler
    ProblemDetail on(DecisionRequired refusal) {
        return problems.of(HttpStatus.CONFLICT, "import-needs-decision", refusal.rows());
    }

    @ExceptionHandler
    ProblemDetail on(ImportNotPossible refusal) {
        var problem = problems.of(HttpStatus.UNPROCESSABLE_CONTENT, "import-not-possible");
        problem.setProperty("errors",
                List.of(new FieldProblem(refusal.pointer(), problems.text(refusal.message(), refusal.arguments()))));
        return problem;
    }

    @ExceptionHandler
    ProblemDetail on(FileTooLarge refusal) {
        return problems.of(HttpStatus.CONTENT_TOO_LARGE, "file-too-large", refusal.megabytes());
    }

    @ExceptionHandler
    ProblemDetail on(QuotaExceeded refusal) {
        return problems.of(HttpStatus.UNPROCESSABLE_CONTENT, "upload-quota-exceeded", refusal.megabytes());
    }

    @ExceptionHandler(UploadBrokenOff.class)
    ProblemDetail brokenOff() {
        return problems.of(HttpStatus.BAD_REQUEST, "upload-broken-off");
    }

    @ExceptionHandler(FileDeleted.class)
    ProblemDetail fileDeleted() {
        return problems.of(HttpStatus.GONE, "file-deleted");
    }
}
