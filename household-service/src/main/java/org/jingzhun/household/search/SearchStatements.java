package org.jingzhun.household.search;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

import org.jingzhun.starter.access.CodeRange;
import org.jingzhun.starter.access.Scope;
import org.jingzhun.starter.page.Cursor;
import org.jspecify.annotations.Nullable;

/**
 * The statements of one page of a search, all in the order village, household, person.
 *
 * <p>A number or a rare name is looked up, and all who bear it are put in that order. A frequent name, and a search without any, walks over
 * the households of the scope as a list does: so many for a page, and the page may be short.
 */
final class SearchStatements {

    /** Who bear a name or a phone: if they are more, the walk finds a page of them sooner. */
    static final int RARE = 5_000;

    /** Households that one page walks over. */
    static final int WALKED = 2_000;

    private static final String COLUMNS = "p.number, p.name, p.sex, p.birth_date, p.resident_id, m.relation, h.number, h.village";

    private final Map<String, Object> params = new HashMap<>();
    private final String scope;
    private final String matches;

    SearchStatements(WantedPerson wanted, Scope scope, Scope sensitive, boolean onlySensitive, LocalDate today, LocalDate grownUp,
            Cursor after) {
        var where = scope.condition("h.village");
        var children = sensitive.condition("h.village", "sensitive");
        params.putAll(where.params());
        params.putAll(children.params());
        params.put("grownUp", grownUp);
        params.put("village", after.text(0));
        params.put("household", after.text(1));
        params.put("person", after.text(2));
        params.put("fetch", after.fetch());
        params.put("before", WALKED - 1);
        var place = where.sql();
        if (onlySensitive) {
            place += " and " + children.sql();
        }
        if (wanted.area() != null) {
            var range = CodeRange.under(wanted.area());
            params.put("from", range.from());
            params.put("to", range.to());
            place += " and h.village between :from and :to";
        }
        this.scope = place;
        this.matches = "(p.birth_date <= :grownUp or " + children.sql() + ")" + known(wanted, today);
    }

    Map<String, Object> params() {
        return params;
    }

    /** A page of those among some persons, whose ids a statement gives. */
    String among(String ids) {
        return """
                select straight_join %s
                  from (%s) k
                  join person p on p.id = k.id
                  join membership m on m.person_id = p.id and m.left_on is null
                  join household h on h.id = m.household_id
                 where %s and h.removed_on is null and %s and %s
                 order by h.village, h.number, p.number
                 limit :fetch
                """.formatted(COLUMNS, ids, scope, matches, after());
    }

    /** The last household that a page walks to; no row where it comes to the end. */
    String horizon() {
        return """
                select h.village, h.number from household h force index (household_by_village)
                 where %s and h.village >= :village and (h.village > :village or h.number >= :household)
                 order by h.village, h.number limit 1 offset :before
                """.formatted(scope);
    }

    /** A page of those whom the walk meets. */
    String walk(@Nullable String also, boolean hasHorizon) {
        return """
                select straight_join %s
                  from household h force index (household_by_village)
                  join membership m on m.household_id = h.id and m.left_on is null
                  join person p on p.id = m.person_id
                 where %s and h.removed_on is null and %s and %s and %s and %s
                 order by h.village, h.number, p.number
                 limit :fetch
                """.formatted(COLUMNS, scope, after(), hasHorizon
                ? "h.village <= :toVillage and (h.village < :toVillage or h.number <= :toHousehold)"
                : "true", matches, also == null ? "true" : also);
    }

    private static String after() {
        return "h.village >= :village and (h.village > :village or h.number > :household or (h.number = :household and p.number > :person))";
    }

    private String known(WantedPerson wanted, LocalDate today) {
        var sql = new StringBuilder();
        if (wanted.ageFrom() != null) {
            add(sql, "p.birth_date <= :bornUntil", "bornUntil", today.minusYears(wanted.ageFrom()));
        }
        if (wanted.ageTo() != null) {
            add(sql, "p.birth_date > :bornAfter", "bornAfter", today.minusYears(wanted.ageTo() + 1L));
        }
        add(sql, "p.labour = :labour", "labour", wanted.labour());
        add(sql, "find_in_set(:health, p.health) > 0", "health", wanted.health());
        add(sql, "h.type = :type", "type", wanted.householdType());
        add(sql, "h.main_cause = :cause", "cause", wanted.mainCause());
        return sql.toString();
    }

    private void add(StringBuilder sql, String condition, String name, @Nullable Object value) {
        if (value != null) {
            sql.append(" and ").append(condition);
            params.put(name, value);
        }
    }
}
