package org.jingzhun.household.change;

import java.util.HashMap;
import java.util.Map;

import org.jingzhun.starter.access.CodeRange;
import org.jingzhun.starter.access.Scope;

/** Which entries of a settings table concern a scope: those of its area and below, and those of the divisions above it. */
final class SettingsOfArea {

    private SettingsOfArea() {}

    /** Whether all of an area lies in the scope. */
    static boolean covers(Scope scope, String area) {
        var range = CodeRange.under(area);
        return scope.covers(range.from()) && scope.covers(range.to());
    }

    /** A condition on the columns {@code t.area} and {@code t.lowest}, the area as a code of twelve digits, with its parameters. */
    static Condition condition(Scope scope) {
        var below = scope.condition("t.lowest");
        var params = new HashMap<String, Object>(below.params());
        var sql = new StringBuilder("(").append(below.sql());
        if (scope instanceof Scope.Ranges it) {
            for (int i = 0; i < it.ranges().size(); i++) {
                sql.append(" or :above").append(i).append(" like concat(t.area, '%')");
                params.put("above" + i, it.ranges().get(i).from());
            }
        }
        return new Condition(sql.append(')').toString(), params);
    }

    record Condition(String sql, Map<String, Object> params) {}
}
