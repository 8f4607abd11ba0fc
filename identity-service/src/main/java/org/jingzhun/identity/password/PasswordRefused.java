package org.jingzhun.identity.password;

import java.util.List;

/** A password that breaks these rules is not accepted. */
public class PasswordRefused extends RuntimeException {

    private final transient List<PasswordRule> broken;
    private final int minLength;

    public PasswordRefused(List<PasswordRule> broken, int minLength) {
        super("The password breaks the rules " + broken);
        this.broken = List.copyOf(broken);
        this.minLength = minLength;
    }

    public List<PasswordRule> broken() {
        return broken;
    }

    public int minLength() {
        return minLength;
    }
}
