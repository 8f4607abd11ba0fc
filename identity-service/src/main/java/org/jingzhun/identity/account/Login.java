package org.jingzhun.identity.account;

import java.util.Locale;
import java.util.regex.Pattern;

/** The name by which somebody signs in 【登录名】; for a service account its client id. Never told to other services. */
public record Login(String value) {

    private static final Pattern FORMAT = Pattern.compile("[a-z][a-z0-9._-]{1,63}");

    public Login {
        value = value.strip().toLowerCase(Locale.ROOT);
        if (!FORMAT.matcher(value).matches()) {
            throw new IllegalArgumentException("not a login");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
