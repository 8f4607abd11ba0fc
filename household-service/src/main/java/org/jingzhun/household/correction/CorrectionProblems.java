package org.jingzhun.household.correction;

import org.jingzhun.household.register.SensitiveWithheld;
import org.jingzhun.household.rules.FindingTexts;
import org.jingzhun.starter.problem.FieldProblem;
import org.jingzhun.starter.problem.Problems;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** How corrections refuse. */
@RestControllerAdvice(assignableTypes = CorrectionController.class)
@Order(0) // before the catch-all of the starter
class CorrectionProblems {

    private final Problems problems;

    CorrectionProblems(Problems problems) {
        this.problems = problems;
    }

    @ExceptionHandler(HouseholdUnknown.class)
    ProblemDetail noHousehold() {
        return problems.of(HttpStatus.NOT_FOUND, "household-not-found");
    }

    @ExceptionHandler(CorrectionNotFound.class)
    ProblemDetail notFound() {
        return problems.of(HttpStatus.NOT_FOUND, "correction-not-found");
    }

    @ExceptionHandler(SensitiveWithheld.class)
    ProblemDetail withheld() {
        return problems.of(HttpStatus.FORBIDDEN, "sensitive-withheld");
    }

    @ExceptionHandler(CorrectionDecided.class)
    ProblemDetail decided() {
        return problems.of(HttpStatus.CONFLICT, "correction-decided");
    }

    @ExceptionHandler(ValueChangedMeanwhile.class)
    ProblemDetail changedMeanwhile() {
        return problems.of(HttpStatus.CONFLICT, "value-changed-meanwhile");
    }

    @ExceptionHandler(SecondOfficerRequired.class)
    ProblemDetail secondOfficer() {
        return problems.of(HttpStatus.UNPROCESSABLE_CONTENT, "second-officer-required");
    }

    @ExceptionHandler(NothingToCorrect.class)
    ProblemDetail nothing() {
        return problems.of(HttpStatus.UNPROCESSABLE_CONTENT, "nothing-to-correct");
    }

    @ExceptionHandler(RegisteredElsewhere.class)
    ProblemDetail elsewhere() {
        return problems.of(HttpStatus.UNPROCESSABLE_CONTENT, "registered-elsewhere");
    }

    @ExceptionHandler
    ProblemDetail on(CorrectionNotValid refusal) {
        var problem = problems.of(HttpStatus.UNPROCESSABLE_CONTENT, "correction-not-valid");
        problem.setProperty("errors", refusal.flaws().stream()
                .map(flaw -> new FieldProblem(flaw.pointer(), problems.text(flaw.message(), flaw.arguments().toArray())))
                .toList());
        return problem;
    }

    @ExceptionHandler
    ProblemDetail on(RulesBroken refusal) {
        var problem = problems.of(HttpStatus.UNPROCESSABLE_CONTENT, "register-rules-broken");
        problem.setProperty("errors", refusal.findings().stream().map(finding -> new Broken(finding.code(), finding.field().key(),
                FindingTexts.text(finding.code(), finding.field(), finding.arguments(), LocaleContextHolder.getLocale())))
                .toList());
        return problem;
    }

    /** A rule that would be broken, by its name. */
    record Broken(String rule, String field, String detail) {}
}
