package org.jingzhun.starter.access;

import java.util.HashMap;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What a caller may see 【数据范围】. Made from the grants of the token; {@link None} where they say nothing.
 *
 * <p>Only {@link Ranges} is known to SQL by itself. The other kinds depend on tables of the service (who is assigned to whom):
 * it tells them apart by a {@code switch}, and until it does they see nothing.
 */
public sealed interface Scope {

    /** Whether a record of this village is seen. */
    default boolean covers(String village) {
        return false;
    }

    /** The scope as a condition on a column that holds twelve-digit village codes, such as {@code h.village}. */
    default Condition condition(String column) {
        return condition(column, "scope");
    }

    /** The same with another prefix for its parameters, for a statement that needs two of them. */
    default Condition condition(String column, String prefix) {
        return Condition.NOTHING;
    }

    /**
     * The scope as a condition on a column that holds divisions of any level, empty for the country: those that lie in it as a whole. No index helps
     * with it; it is for tables with some rows a year and division.
     */
    default Condition conditionOfDivisions(String column) {
        return Condition.NOTHING;
    }

    /** One or more divisions with everything under them, former codes included; sorted, without overlaps. */
    record Ranges(List<CodeRange> ranges) implements Scope {

        private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_.]*");

        public Ranges {
            if (ranges.isEmpty()) {
                throw new IllegalArgumentException("no range at all is Scope.None");
            }
            ranges = CodeRange.merged(ranges);
        }

        public static Ranges under(String area) {
            return new Ranges(List.of(CodeRange.under(area)));
        }

        @Override
        public boolean covers(String village) {
            return ranges.stream().anyMatch(range -> range.contains(village));
        }

        @Override
        public Condition condition(String column, String prefix) {
            return ofEach("%1$s between :%2$sFrom%3$d and :%2$sTo%3$d", column, prefix);
        }

        @Override
        public Condition conditionOfDivisions(String column) {
            return ofEach("(rpad(%1$s, 12, '0') >= :%2$sFrom%3$d and rpad(%1$s, 12, '9') <= :%2$sTo%3$d)", column, "scope");
        }

        private Condition ofEach(String range, String column, String prefix) {
            if (!NAME.matcher(column).matches() || !NAME.matcher(prefix).matches()) {
                throw new IllegalArgumentException("not a column: " + column);
            }
            var params = new HashMap<String, Object>();
            var sql = IntStream.range(0, ranges.size()).mapToObj(i -> {
                params.put(prefix + "From" + i, ranges.get(i).from());
                params.put(prefix + "To" + i, ranges.get(i).to());
                return range.formatted(column, prefix, i);
            }).collect(Collectors.joining(" or ", "(", ")"));
            return new Condition(sql, params);
        }

        /** From the first village to the last: the one index range that a list walks over. */
        public CodeRange span() {
            return new CodeRange(ranges.getFirst().from(), ranges.getLast().to());
        }
    }

    /** The households that are assigned to this account, within these divisions 【帮扶对象】. */
    record Households(String account, List<CodeRange> within) implements Scope {

        public Households {
            within = CodeRange.merged(within);
        }
    }

    /** What concerns the firm, cooperative or bank that this account stands for, within these divisions. */
    record Organisation(String account, List<CodeRange> within) implements Scope {

        public Organisation {
            within = CodeRange.merged(within);
        }
    }

    /** What concerns the citizen himself. */
    record Self(String account) implements Scope {}

    /** Nothing: the caller has no grant for this, or it is not known what he may see. */
    record None() implements Scope {}
}
