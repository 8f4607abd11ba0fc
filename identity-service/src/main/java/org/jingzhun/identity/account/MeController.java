package org.jingzhun.identity.account;

import java.util.List;

import org.jingzhun.starter.access.Caller;
import org.jingzhun.starter.access.Grant;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What everybody may know about his own account. */
@RestController
@RequestMapping("/api/identity/v1/me")
@PreAuthorize("isAuthenticated()")
class MeController {

    private final AccessQuery access;

    MeController(AccessQuery access) {
        this.access = access;
    }

    @GetMapping
    MyAccount me(Caller caller) {
        return access.ofAccount(caller.account())
                .map(it -> new MyAccount(it.account(), it.kind().claim(), it.login(), it.name(), it.grants(), it.temporary()))
                .orElseThrow(AccountNotFound::new);
    }

    record MyAccount(String id, String kind, String login, String name, List<Grant> grants,
            List<TemporaryGrant> emergencyGrants) {}
}
