package org.jingzhun.identity.account;

import java.util.List;

import org.jingzhun.starter.access.Grant;

/** An account as its administrators see it. */
record AccountView(String id, String kind, String login, String name, List<Grant> grants, boolean locked,
        boolean mustChangePassword) {

    static AccountView of(Account from) {
        return new AccountView(from.id(), from.kind().claim(), from.login(), from.name(), List.copyOf(from.grants()),
                from.isLocked(), from.mustChangePassword());
    }
}
