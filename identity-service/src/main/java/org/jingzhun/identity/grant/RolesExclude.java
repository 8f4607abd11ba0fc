package org.jingzhun.identity.grant;

/** Who enters must not approve, who approves must not pay, who administers must not do either: no account holds both roles. */
public class RolesExclude extends RuntimeException {

    private final String one;
    private final String other;

    RolesExclude(String one, String other) {
        super("The roles %s and %s cannot be held together.".formatted(one, other));
        this.one = one;
        this.other = other;
    }

    public String one() {
        return one;
    }

    public String other() {
        return other;
    }
}
