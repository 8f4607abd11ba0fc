package org.jingzhun.identity.password;

/** One thing that a password must satisfy; its words are in the messages under {@code password.rule.<name>}. */
public enum PasswordRule {

    TOO_SHORT, TOO_LONG, COMMON, CONTAINS_LOGIN, ONE_PATTERN, SAME_AS_BEFORE;

    /** The key of the sentence that explains it. */
    public String messageKey() {
        return "password.rule." + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
