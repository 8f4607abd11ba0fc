package org.jingzhun.starter.audit;

import org.jingzhun.starter.access.CodeRange;
import org.jingzhun.starter.access.Scope;
import org.jspecify.annotations.Nullable;

/**
 * Who sees an entry: one about a whole area carries a shorter code than a village's and is seen by whoever reaches all of it; one about
 * no place at all, by whoever reaches the whole country.
 */
public final class Sight {

    private static final CodeRange COUNTRY = CodeRange.under("");

    private Sight() {}

    /** Whether an entry about this area is shown within this scope. */
    public static boolean sees(Scope scope, @Nullable String area) {
        if (!(scope instanceof Scope.Ranges reach)) {
            return false;
        }
        var wanted = area == null ? COUNTRY : CodeRange.isPrefix(area) ? CodeRange.under(area) : COUNTRY;
        return reach.ranges().stream().anyMatch(range -> range.contains(wanted));
    }
}
