package org.jingzhun.identity.grant;

/** Some roles are for other systems only, or for persons only: docs/role-holders.csv. */
public class RoleNotForKind extends RuntimeException {

    private final String role;

    RoleNotForKind(String role) {
        super("The role %s is not for this kind of account.".formatted(role));
        this.role = role;
    }

    public String role() {
        return role;
    }
}
