package org.jingzhun.identity.account;

import java.util.Locale;

/** A person who signs in by a page, or another system that sends a secret. */
public enum AccountKind {

    PERSON, SERVICE;

    /** As tokens write it. */
    public String claim() {
        return name().toLowerCase(Locale.ROOT);
    }
}
