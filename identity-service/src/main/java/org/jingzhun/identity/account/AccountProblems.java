package org.jingzhun.identity.account;

import org.jingzhun.identity.grant.RoleNotForKind;
import org.jingzhun.identity.grant.RolesExclude;
import org.jingzhun.identity.grant.UnknownDepartment;
import org.jingzhun.identity.grant.UnknownRole;
import org.jingzhun.starter.problem.Problems;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** How the administration of accounts refuses. The types are explained in docs/problems.md. */
@RestControllerAdvice(assignableTypes = {AccountController.class, ServiceAccountController.class, MeController.class})
@Order(0)
class AccountProblems {

    private final Problems problems;

    AccountProblems(Problems problems) {
        this.problems = problems;
    }

    @ExceptionHandler
    ProblemDetail on(AccountNotFound refusal) {
        return problems.of(HttpStatus.NOT_FOUND, "account-not-found");
    }

    @ExceptionHandler
    ProblemDetail on(LoginTaken refusal) {
        return problems.of(HttpStatus.CONFLICT, "login-taken");
    }

    @ExceptionHandler
    ProblemDetail on(OwnAccount refusal) {
        return problems.of(HttpStatus.UNPROCESSABLE_CONTENT, "own-account");
    }

    @ExceptionHandler
    ProblemDetail on(NotAPerson refusal) {
        return problems.of(HttpStatus.UNPROCESSABLE_CONTENT, "not-a-person");
    }

    @ExceptionHandler
    ProblemDetail on(TooManySecrets refusal) {
        return problems.of(HttpStatus.UNPROCESSABLE_CONTENT, "too-many-secrets", refusal.most);
    }

    @ExceptionHandler
    ProblemDetail on(UnknownRole refusal) {
        return problems.of(HttpStatus.UNPROCESSABLE_CONTENT, "role-unknown", refusal.role(), refusal.allowed());
    }

    @ExceptionHandler
    ProblemDetail on(UnknownDepartment refusal) {
        return problems.of(HttpStatus.UNPROCESSABLE_CONTENT, "department-unknown", refusal.department(), refusal.allowed());
    }

    @ExceptionHandler
    ProblemDetail on(RolesExclude refusal) {
        return problems.of(HttpStatus.UNPROCESSABLE_CONTENT, "roles-exclude", refusal.one(), refusal.other());
    }

    @ExceptionHandler
    ProblemDetail on(RoleNotForKind refusal) {
        return problems.of(HttpStatus.UNPROCESSABLE_CONTENT, "role-not-for-kind", refusal.role());
    }
}
