package org.jingzhun.identity.grant;

import java.util.SortedSet;

/** There is no such role. */
public class UnknownRole extends RuntimeException {

    private final String role;
    private final String allowed;

    UnknownRole(String role, SortedSet<String> allowed) {
        super("There is no role %s.".formatted(role));
        this.role = role;
        this.allowed = String.join(", ", allowed);
    }

    public String role() {
        return role;
    }

    public String allowed() {
        return allowed;
    }
}
