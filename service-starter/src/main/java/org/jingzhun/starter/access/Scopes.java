package org.jingzhun.starter.access;

import java.util.List;
import java.util.stream.Stream;

import org.springframework.core.MethodParameter;
import org.springframework.security.core.Authentication;

/** Makes scopes from grants: always for one permission, and never from a grant whose role does not have it. */
public class Scopes {

    private final Permissions permissions;
    private final FormerCodes formerCodes;

    Scopes(Permissions permissions, FormerCodes formerCodes) {
        this.permissions = permissions;
        this.formerCodes = formerCodes;
    }

    /** All that the caller may reach with this permission. */
    public Scope of(Authentication caller, String permission) {
        var token = Token.of(caller);
        if (token == null) {
            return new Scope.None();
        }
        return of(token.account(), token.grants(), permission);
    }

    /** The same for the permission of the controller method that has this parameter; nothing if it names none. */
    public Scope of(Authentication caller, MethodParameter parameter) {
        var permission = MethodPermission.of(parameter);
        return permission == null ? new Scope.None() : of(caller, permission);
    }

    Scope of(String account, List<Grant> grants, String permission) {
        for (var limit : Permissions.Limit.values()) {
            var ranges = permitted(grants, permission)
                    .filter(grant -> permissions.limit(grant.role()) == limit)
                    .flatMap(this::reach)
                    .toList();
            if (!ranges.isEmpty()) {
                return scope(limit, account, ranges);
            }
        }
        return new Scope.None();
    }

    /** The part of the caller's scope that lies in one division, which a single one of his grants must cover. */
    public Scope narrowed(Authentication caller, String permission, String area) {
        var token = Token.of(caller);
        if (token == null) {
            throw new AreaNotYours(area);
        }
        return narrowed(token.account(), token.grants(), permission, area);
    }

    Scope narrowed(String account, List<Grant> grants, String permission, String area) {
        var wanted = CodeRange.under(area);
        for (var limit : Permissions.Limit.values()) {
            var covered = permitted(grants, permission)
                    .filter(grant -> permissions.limit(grant.role()) == limit)
                    .anyMatch(grant -> reach(grant).anyMatch(range -> range.contains(wanted)));
            if (covered) {
                return scope(limit, account, reach(area).toList());
            }
        }
        throw new AreaNotYours(area);
    }

    private Stream<Grant> permitted(List<Grant> grants, String permission) {
        return grants.stream().filter(grant -> permissions.allows(grant, permission));
    }

    private Stream<CodeRange> reach(Grant grant) {
        return reach(grant.area());
    }

    private Stream<CodeRange> reach(String area) {
        return Stream.concat(Stream.of(area), formerCodes.of(area).stream()).map(CodeRange::under);
    }

    private static Scope scope(Permissions.Limit limit, String account, List<CodeRange> ranges) {
        return switch (limit) {
            case AREA -> new Scope.Ranges(ranges);
            case HOUSEHOLDS -> new Scope.Households(account, ranges);
            case ORGANISATION -> new Scope.Organisation(account, ranges);
            case SELF -> new Scope.Self(account);
        };
    }
}
