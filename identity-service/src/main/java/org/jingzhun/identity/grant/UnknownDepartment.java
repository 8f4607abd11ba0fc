package org.jingzhun.identity.grant;

import java.util.SortedSet;

/** There is no such department. */
public class UnknownDepartment extends RuntimeException {

    private final String department;
    private final String allowed;

    UnknownDepartment(String department, SortedSet<String> allowed) {
        super("There is no department %s.".formatted(department));
        this.department = department;
        this.allowed = String.join(", ", allowed);
    }

    public String department() {
        return department;
    }

    public String allowed() {
        return allowed;
    }
}
