package org.jingzhun.household.history;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jingzhun.household.field.Holder;

/**
 * A look at the register as it was: what held on a day, as it was known at an instant.
 *
 * @param asOf the day 【时点】
 * @param knownAt what was recorded later is not seen
 */
public record Moment(LocalDate asOf, Instant knownAt) {

    /**
     * The rows of a table at this moment, as a derived table for a {@code from}; its parameters are {@link #params()}. A condition on the
     * columns, written with {@code t.}, goes into both halves, where the database finds its index.
     */
    public static String rows(Holder holder, String condition) {
        var columns = "t.id, " + HistoryTable.listed(holder, "t") + ", t.valid_from, t.recorded_from";
        return """
                (select %1$s from %2$s t
                  where %3$s and %4$s
                  union all
                 select %1$s from %5$s t
                  where %3$s and %6$s)""".formatted(columns, holder.table(), condition, holds(holder, "t"), holder.history(),
                held("t"));
    }

    /**
     * The rows of a table as they are, with the columns of {@link #rows}: the same rows and half the work where {@code valid_from} of none of
     * them is after the day, and those who have left by then do not matter.
     */
    public static String rowsOfToday(Holder holder, String condition) {
        return "select t.id, %s, t.valid_from, t.recorded_from from %s t where %s".formatted(HistoryTable.listed(holder, "t"),
                holder.table(), condition);
    }

    /** Whether a current row held at this moment already, as a condition. */
    public static String holds(Holder holder, String alias) {
        return "%1$s.valid_from <= :asOf and :asOf < %2$s and %1$s.recorded_from <= :knownAt".formatted(alias,
                HistoryTable.end(holder, alias));
    }

    /** Whether a row of a history held at this moment, as a condition. */
    public static String held(String alias) {
        return "%1$s.valid_from <= :asOf and :asOf < %1$s.valid_to and %1$s.recorded_from <= :knownAt and :knownAt < %1$s.recorded_to"
                .formatted(alias);
    }

    /** The parameters of all these. */
    public Map<String, Object> params() {
        var params = new LinkedHashMap<String, Object>();
        params.put("asOf", asOf);
        params.put("knownAt", LocalDateTime.ofInstant(knownAt, ZoneOffset.UTC));
        return params;
    }
}
