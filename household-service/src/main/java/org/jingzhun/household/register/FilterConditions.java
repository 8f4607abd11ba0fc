package org.jingzhun.household.register;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jingzhun.household.field.Holder;
import org.jingzhun.household.history.Moment;
import org.jingzhun.starter.access.Scope;
import org.jspecify.annotations.Nullable;

/**
 * A filter as conditions on households {@code h}, today or at a moment. Each begins with {@code and}; where nothing is asked they are empty.
 *
 * <p>Children are looked at only where the caller may see them, lest a filter tell what the answer withholds.
 */
public final class FilterConditions {

    private final HouseholdFilter filter;
    private final @Nullable Moment moment;
    private final List<HouseholdFilter.Wanted> wanted;
    private final Map<String, Object> params = new HashMap<>();
    private final String ofMembers;

    /**
     * The conditions of a filter.
     *
     * @param sensitive where the caller sees children
     * @param grownUp the last birthday of who is no child
     */
    public FilterConditions(HouseholdFilter filter, @Nullable Moment moment, Scope sensitive, LocalDate today,
            LocalDate grownUp) {
        this.filter = filter;
        this.moment = moment;
        this.wanted = filter.ofHousehold();
        wanted.forEach(it -> params.put(it.column(), it.value()));
        if (filter.incomeBelow() != null) {
            params.put("incomeBelow", filter.incomeBelow());
        }
        this.ofMembers = filter.isOfMembers() ? " and (" + anyMember(sensitive, today, grownUp) + ")" : "";
    }

    /** All that is asked. */
    public String sql() {
        return first() + besideTheFirst();
    }

    /** The parameters of all conditions. */
    public Map<String, Object> params() {
        return params;
    }

    /** The one that an index answers; empty where there is none. */
    String first() {
        return wanted.stream().filter(HouseholdFilter.Wanted::isIndexed).findFirst().map(FilterConditions::equal).orElse("");
    }

    /** All others. */
    String besideTheFirst() {
        var indexed = wanted.stream().filter(HouseholdFilter.Wanted::isIndexed).findFirst().orElse(null);
        var sql = new StringBuilder();
        wanted.stream().filter(it -> !it.equals(indexed)).forEach(it -> sql.append(equal(it)));
        if (filter.incomeBelow() != null) {
            sql.append(" and h.income_per_head < :incomeBelow");
        }
        return sql.append(ofMembers).toString();
    }

    private String anyMember(Scope sensitive, LocalDate today, LocalDate grownUp) {
        var children = sensitive.condition("h.village", "children");
        params.putAll(children.params());
        params.put("grownUp", grownUp);
        var is = new StringBuilder("(p.birth_date <= :grownUp or " + children.sql() + ")");
        if (filter.labour() != null) {
            params.put("labour", filter.labour());
            is.append(" and p.labour = :labour");
        }
        if (filter.ageFrom() != null) {
            params.put("bornUntil", today.minusYears(filter.ageFrom()));
            is.append(" and p.birth_date <= :bornUntil");
        }
        if (filter.ageTo() != null) {
            params.put("bornAfter", today.minusYears(filter.ageTo() + 1L));
            is.append(" and p.birth_date > :bornAfter");
        }
        if (filter.health() != null) {
            params.put("health", filter.health());
            is.append(" and find_in_set(:health, p.health) > 0");
        }
        if (moment == null) {
            return member("membership", "m.left_on is null", "person", "true", is);
        }
        var memberships = Map.of("membership", Moment.holds(Holder.MEMBERSHIP, "m"), "membership_history", Moment.held("m"));
        var persons = Map.of("person", Moment.holds(Holder.PERSON, "p"), "person_history", Moment.held("p"));
        return memberships.entrySet().stream().flatMap(m -> persons.entrySet().stream()
                .map(p -> member(m.getKey(), m.getValue(), p.getKey(), p.getValue(), is))).reduce((a, b) -> a + " or " + b)
                .orElseThrow();
    }

    /** Not an {@code exists}: the database would begin with the members and sort the area. */
    private static String member(String membership, String isMember, String person, String isPerson, CharSequence is) {
        return "(select 1 from %s m join %s p on p.id = m.person_id where m.household_id = h.id and %s and %s and %s limit 1) = 1"
                .formatted(membership, person, isMember, isPerson, is);
    }

    private static String equal(HouseholdFilter.Wanted wanted) {
        return " and h.%1$s = :%1$s".formatted(wanted.column());
    }
}
