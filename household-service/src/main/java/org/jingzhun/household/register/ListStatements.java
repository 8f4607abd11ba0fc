package org.jingzhun.household.register;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jingzhun.household.field.Holder;
import org.jingzhun.household.history.Moment;
import org.jingzhun.starter.access.Scope;
import org.jingzhun.starter.page.Cursor;
import org.jspecify.annotations.Nullable;

/**
 * The statements of one page of the list of households.
 *
 * <p>Scope, order and cursor are the two columns that every index used here ends with. The index is named, so that no statistics can talk
 * the database out of it. Where an index alone does not give the page, {@link #horizon} says how far it looks: behind a bounded number of
 * entries of the index nothing is read, and the page may be short.
 */
final class ListStatements {

    /** Entries of an index that one page looks at. */
    static final int LOOKED_AT = 5_000;

    /** The same where each household is looked at with its members. */
    static final int LOOKED_AT_WITH_MEMBERS = 2_000;

    /** The first look, for each line that the page may have. */
    private static final int FEW_FOR_EACH_LINE = 8;

    private static final String COLUMNS = "h.id, h.number, h.village, h.hamlet, h.type, h.poor_kind, h.exit_state, h.main_cause, "
            + "h.monitored_kind";

    private final HouseholdFilter filter;
    private final @Nullable Moment moment;
    private final Map<String, Object> params = new HashMap<>();
    private final String place;
    private final String index;
    private final String first;
    private final String matches;
    private final int fetch;

    /**
     * The page after a cursor.
     *
     * @param sensitive where the caller sees children; and, if {@code onlySensitive}, the only places he may look into
     * @param grownUp the last birthday of who is no child
     */
    ListStatements(Scope scope, Scope sensitive, boolean onlySensitive, HouseholdFilter filter, @Nullable Moment moment,
            LocalDate today, LocalDate grownUp, Cursor after) {
        this.filter = filter;
        this.moment = moment;
        var condition = scope.condition("h.village");
        params.putAll(condition.params());
        var where = condition.sql();
        if (onlySensitive) {
            var also = sensitive.condition("h.village", "sensitive");
            params.putAll(also.params());
            where += " and " + also.sql();
        }
        params.put("village", after.text(0));
        params.put("number", after.text(1));
        this.fetch = after.fetch();
        params.put("fetch", fetch);
        if (moment != null) {
            params.putAll(moment.params());
        }
        this.place = where + " and h.village >= :village and (h.village > :village or h.number > :number)";
        this.index = moment == null ? filter.index() : "household_by_village";
        var conditions = new FilterConditions(filter, moment, sensitive, today, grownUp);
        params.putAll(conditions.params());
        var usesFilter = !index.equals("household_by_village");
        this.first = usesFilter ? conditions.first() : "";
        this.matches = usesFilter ? conditions.besideTheFirst() : conditions.sql();
    }

    /** Whether the index alone does not give the page. */
    boolean isBounded() {
        return moment != null || !filter.isOneRange();
    }

    Map<String, Object> params() {
        return params;
    }

    /** The last place that is looked at, behind {@code :before} other entries of an index; no row where the list ends before. */
    String horizon() {
        var now = horizon("household", index, first);
        var ends = moment == null ? now : now + " union all " + horizon("household_history", "household_history_by_village", "");
        return "select e.village, e.number from (%s) e order by e.village, e.number limit 1".formatted(ends);
    }

    private String horizon(String table, String by, String also) {
        return """
                (select h.village, h.number from %s h force index (%s) where %s%s
                  order by h.village, h.number limit 1 offset :before)""".formatted(table, by, place, also);
    }

    /** The households of the page up to a horizon, if there is one, and their heads if they are those of today. */
    String page(boolean hasHorizon) {
        if (moment == null) {
            return """
                    select k.*, (select count(*) from membership m where m.household_id = k.id and m.left_on is null) members,
                           p.name, p.birth_date
                      from (%s) k
                      left join membership head on head.household_id = k.id and head.left_on is null and head.relation = '01'
                      left join person p on p.id = head.person_id
                     order by k.village, k.number
                    """.formatted(part("household", index, first + matches, hasHorizon));
        }
        return "select k.* from ((%s) union all (%s)) k order by k.village, k.number limit :fetch".formatted(
                part("household", index, matches + " and " + Moment.holds(Holder.HOUSEHOLD, "h"), hasHorizon),
                part("household_history", "household_history_by_village", matches + " and " + Moment.held("h"), hasHorizon));
    }

    private String part(String table, String by, String conditions, boolean hasHorizon) {
        return "select %s from %s h force index (%s) where %s%s and h.removed_on is null%s order by h.village, h.number limit :fetch"
                .formatted(COLUMNS, table, by, place,
                        hasHorizon ? " and h.village <= :toVillage and (h.village < :toVillage or h.number <= :toNumber)" : "",
                        conditions);
    }

    /** How many entries are looked at, one after the other: few at first, because most pages are full by then. */
    List<Integer> looks() {
        var most = filter.isOfMembers() ? LOOKED_AT_WITH_MEMBERS : LOOKED_AT;
        var few = FEW_FOR_EACH_LINE * fetch;
        return few < most ? List.of(few, most - few) : List.of(most);
    }
}
