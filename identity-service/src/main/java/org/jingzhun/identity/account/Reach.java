package org.jingzhun.identity.account;

import java.util.Collection;

import org.jingzhun.starter.access.AreaNotYours;
import org.jingzhun.starter.access.Grant;
import org.jingzhun.starter.access.Scope;
import org.jingzhun.starter.audit.Subject;
import org.jspecify.annotations.Nullable;

/**
 * How far an administrator's hand goes 【管理范围】: an account is his when every one of its grants lies in his area. An account with a
 * single grant elsewhere belongs to an administrator above both.
 */
record Reach(Scope scope) {

    boolean covers(Account account) {
        return covers(account.grants());
    }

    /** Refuses to hand out a grant that goes beyond. */
    void require(Collection<Grant> grants) {
        grants.stream().filter(grant -> !covers(grant)).findFirst().ifPresent(grant -> {
            throw new AreaNotYours(grant.area());
        });
    }

    private boolean covers(Collection<Grant> grants) {
        return !grants.isEmpty() && grants.stream().allMatch(this::covers);
    }

    private boolean covers(Grant grant) {
        return scope instanceof Scope.Ranges mine && mine.ranges().stream().anyMatch(range -> range.contains(grant.range()));
    }

    /** The account as the audit names it, in the smallest division that holds all its grants. */
    static Subject subject(Account account) {
        return new Subject("account", account.id(), division(account.grants()));
    }

    private static @Nullable String division(Collection<Grant> grants) {
        var common = grants.stream().map(Grant::area).reduce(Reach::commonPrefix).orElse("");
        return common.isEmpty() ? null : (common + "0".repeat(12)).substring(0, 12);
    }

    private static String commonPrefix(String one, String other) {
        for (int length : new int[]{12, 9, 6, 4, 2}) {
            if (one.length() >= length && other.length() >= length && one.startsWith(other.substring(0, length))) {
                return one.substring(0, length);
            }
        }
        return "";
    }
}
