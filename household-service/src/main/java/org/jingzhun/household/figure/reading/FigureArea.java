package org.jingzhun.household.figure.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jingzhun.starter.access.Area;
import org.jingzhun.starter.access.CodeRange;
import org.jingzhun.starter.access.Scope;

/**
 * A division with all that lies below it, former codes included.
 *
 * @param code its digits; empty for the country
 */
record FigureArea(String code, List<CodeRange> ranges) {

    private static final List<Integer> DIGITS = List.of(0, 2, 4, 6, 9, 12);

    /** The division asked for; without one, the division that the caller reaches, where it is one. */
    static Optional<FigureArea> of(Area area) {
        if (!(area.scope() instanceof Scope.Ranges reached)) {
            return Optional.empty();
        }
        var ranges = reached.ranges();
        if (!area.code().isEmpty()) {
            return Optional.of(new FigureArea(area.code(), ranges));
        }
        var division = ranges.getFirst().division();
        return ranges.size() == 1 && CodeRange.under(division).equals(ranges.getFirst())
                ? Optional.of(new FigureArea(division, ranges))
                : Optional.empty();
    }

    static FigureArea under(String division) {
        return new FigureArea(division, List.of(CodeRange.under(division)));
    }

    /** How many digits the divisions directly below have; none below a village. */
    Optional<Integer> digitsBelow() {
        var next = DIGITS.indexOf(code.length()) + 1;
        return next < DIGITS.size() ? Optional.of(DIGITS.get(next)) : Optional.empty();
    }

    /** The division above; none above the country. */
    Optional<FigureArea> parent() {
        var at = DIGITS.indexOf(code.length());
        return at == 0 ? Optional.empty() : Optional.of(under(code.substring(0, DIGITS.get(at - 1))));
    }

    boolean isIn(Scope scope) {
        return scope instanceof Scope.Ranges reached
                && ranges.stream().allMatch(range -> reached.ranges().stream().anyMatch(it -> it.contains(range)));
    }

    /** Rows of sums that make up this area, so that each digit of {@code digits} can be told. */
    String folded(int digits) {
        return numbered((range, i) -> {
            var own = range.division().length();
            var level = Math.max(Math.max(own, digits), 2);
            return "(f.level = %d and f.division between :from%d and :to%d)".formatted(level == 9 ? 12 : level, i, i);
        });
    }

    /** Rows of villages, of a column. */
    String villages(String column) {
        return numbered((range, i) -> "%s between :villageFrom%d and :villageTo%d".formatted(column, i, i));
    }

    String counties(String column) {
        return numbered((range, i) -> "%s between :countyFrom%d and :countyTo%d".formatted(column, i, i));
    }

    /** All villages of the counties that this area lies in, of a column. */
    String villagesOfCounties(String column) {
        return numbered((range, i) -> "%s between concat(:countyFrom%d, '000000') and concat(:countyTo%d, '999999')"
                .formatted(column, i, i));
    }

    Map<String, Object> params(int digits) {
        var params = new HashMap<String, Object>();
        for (int i = 0; i < ranges.size(); i++) {
            var range = ranges.get(i);
            var own = range.division().length();
            var level = Math.max(Math.max(own, digits), 2);
            var length = level == 9 ? 12 : level;
            params.put("from" + i, range.from().substring(0, length));
            params.put("to" + i, range.to().substring(0, length));
            params.put("villageFrom" + i, range.from());
            params.put("villageTo" + i, range.to());
            params.put("countyFrom" + i, range.from().substring(0, 6));
            params.put("countyTo" + i, range.to().substring(0, 6));
        }
        return params;
    }

    private String numbered(Numbered part) {
        var parts = new ArrayList<String>();
        for (int i = 0; i < ranges.size(); i++) {
            parts.add(part.of(ranges.get(i), i));
        }
        return Stream.of(parts).flatMap(List::stream).collect(Collectors.joining(" or ", "(", ")"));
    }

    private interface Numbered {

        String of(CodeRange range, int number);
    }
}
