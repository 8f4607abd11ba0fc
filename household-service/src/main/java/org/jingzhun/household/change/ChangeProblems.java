package org.jingzhun.household.change;

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

/** How changes are refused. */
@RestControllerAdvice(assignableTypes = {ChangeController.class, SettingsController.class})
@Order(0) // before the catch-all of the starter
class ChangeProblems {

    private final Problems problems;

    ChangeProblems(Problems problems) {
        this.problems = problems;
    }

    @ExceptionHandler(Refusals.HouseholdUnknown.class)
    ProblemDetail noHousehold() {
        return problems.of(HttpStatus.NOT_FOUND, "household-not-found");
    }

    @ExceptionHandler(Refusals.ChangeUnknown.class)
    ProblemDetail noChange() {
        return problems.of(HttpStatus.NOT_FOUND, "change-not-found");
    }

    @ExceptionHandler(Refusals.EntryUnknown.class)
    ProblemDetail noEntry() {
        return problems.of(HttpStatus.NOT_FOUND, "setting-not-found");
    }

    @ExceptionHandler(SensitiveWithheld.class)
    ProblemDetail withheld() {
        return problems.of(HttpStatus.FORBIDDEN, "sensitive-withheld");
    }

    @ExceptionHandler(Refusals.ReceivingCountyRequired.class)
    ProblemDetail receivingCounty() {
        return problems.of(HttpStatus.FORBIDDEN, "receiving-county-required");
    }

    @ExceptionHandler(Refusals.NotYoursToWithdraw.class)
    ProblemDetail notYours() {
        return problems.of(HttpStatus.FORBIDDEN, "not-yours-to-withdraw");
    }

    @ExceptionHandler(Refusals.ChangeDecided.class)
    ProblemDetail decided() {
        return problems.of(HttpStatus.CONFLICT, "change-decided");
    }

    @ExceptionHandler(Refusals.WindowClosed.class)
    ProblemDetail windowClosed() {
        return problems.of(HttpStatus.CONFLICT, "window-closed");
    }

    @ExceptionHandler(Refusals.HouseholdRemoved.class)
    ProblemDetail removed() {
        return problems.of(HttpStatus.CONFLICT, "household-removed");
    }

    @ExceptionHandler
    ProblemDetail on(Refusals.ChangeConflicted refusal) {
        var problem = problems.of(HttpStatus.CONFLICT, "changed-under-the-change");
        problem.setProperty("conflicts", refusal.conflicts());
        return problem;
    }

    @ExceptionHandler(Refusals.SecondOfficerRequired.class)
    ProblemDetail secondOfficer() {
        return problems.of(HttpStatus.UNPROCESSABLE_CONTENT, "second-officer-required");
    }

    @ExceptionHandler(Refusals.NothingToChange.class)
    ProblemDetail nothing() {
        return problems.of(HttpStatus.UNPROCESSABLE_CONTENT, "nothing-to-change");
    }

    @ExceptionHandler(Refusals.EffectiveInFuture.class)
    ProblemDetail future() {
        return problems.of(HttpStatus.UNPROCESSABLE_CONTENT, "effective-in-future");
    }

    @ExceptionHandler
    ProblemDetail on(Refusals.NotYetPossible refusal) {
        var problem = problems.of(HttpStatus.UNPROCESSABLE_CONTENT, "not-yet-known", refusal.first());
        problem.setProperty("firstPossibleDay", refusal.first());
        return problem;
    }

    @ExceptionHandler(Refusals.RegisteredElsewhere.class)
    ProblemDetail elsewhere() {
        return problems.of(HttpStatus.UNPROCESSABLE_CONTENT, "registered-elsewhere");
    }

    @ExceptionHandler
    ProblemDetail on(Refusals.ChangeNotValid refusal) {
        var problem = problems.of(HttpStatus.UNPROCESSABLE_CONTENT, "change-not-valid");
        problem.setProperty("errors", refusal.flaws().stream()
                .map(flaw -> new FieldProblem(flaw.pointer(), problems.text(flaw.message(), flaw.arguments().toArray())))
                .toList());
        return problem;
    }

    @ExceptionHandler
    ProblemDetail on(Refusals.RulesBroken refusal) {
        var problem = problems.of(HttpStatus.UNPROCESSABLE_CONTENT, "register-rules-broken");
        problem.setProperty("errors", refusal.findings().stream().map(finding -> new Broken(finding.code(), finding.field().key(),
                FindingTexts.text(finding.code(), finding.field(), finding.arguments(), LocaleContextHolder.getLocale())))
                .distinct().toList());
        return problem;
    }

    /** A rule that would be broken, by its name. */
    record Broken(String rule, String field, String detail) {}
}
