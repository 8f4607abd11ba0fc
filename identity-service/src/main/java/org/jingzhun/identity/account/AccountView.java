package org.jingzhun.identity.account;

import java.util.List;

import org.jingzhun.starter.access.Grant;

/**
 * An account as its administrators see it.
 *
 * @param grants the lasting ones, which they administer
 * @param emergencyGrants what the person took beside them and holds now
 */
record AccountView(String id, String kind, String login, String name, List<Grant> grants,
        List<TemporaryGrant> emergencyGrants, boolean locked, boolean mustChangePassword) {

    static AccountView of(Account from, List<TemporaryGrant> temporary) {
        return new AccountView(from.id(), from.kind().claim(), from.login(), from.name(), List.copyOf(from.grants()), temporary,
                from.isLocked(), from.mustChangePassword());
    }
}
