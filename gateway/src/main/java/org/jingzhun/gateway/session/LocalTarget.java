package org.jingzhun.gateway.session;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** Where a browser goes after its sign-in: a path of this host only, so that no link can send it elsewhere. */
final class LocalTarget {

    private static final Pattern PATH = Pattern.compile("/([A-Za-z0-9_.~?#&=+%@:,;!$'()*-][A-Za-z0-9_.~?#&=+%@:,;!$'()*/-]*)?");

    private LocalTarget() {}

    static String of(@Nullable String wanted) {
        return wanted != null && wanted.length() <= 1_000 && PATH.matcher(wanted).matches() ? wanted : "/";
    }
}
