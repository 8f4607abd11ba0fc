package org.jingzhun.household.rules;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

import org.jingzhun.household.field.Field;
import org.jspecify.annotations.Nullable;

/**
 * A household as the rules speak of it, with those who live in it.
 *
 * @param values the fields of the household; {@link Field#MEMBERS} as a list states it
 * @param members who live in it on that day
 * @param year what it reported for the latest year; null where it did not
 * @param lastYear what it reported for the year before; null where it did not
 * @param earlier what was true of the household before; null where nothing is known of it
 * @param on the day that ages and periods are counted for
 * @param village where it lives, for numbers that a division sets itself; null takes those of the country
 */
public record HouseholdFacts(Values values, List<PersonFacts> members, @Nullable Values year, @Nullable Values lastYear,
        @Nullable Values earlier, LocalDate on, @Nullable String village) {

    private static final Set<String> ESCAPED = Set.of("1", "2", "6");
    private static final Set<String> MONITORED = Set.of("2", "3", "4");
    private static final Set<String> EXITED = Set.of("2");
    private static final List<Field> RISKS = List.of(Field.RISK_1, Field.RISK_2, Field.RISK_3, Field.RISK_4, Field.RISK_5);
    private static final List<Field> MEASURES = List.of(Field.INDUSTRY_MEASURE, Field.JOB_MEASURE, Field.PUBLIC_POST_MEASURE,
            Field.FINANCE_MEASURE, Field.HOUSING_MEASURE, Field.WATER_MEASURE, Field.HEALTH_MEASURE, Field.EDUCATION_MEASURE,
            Field.COMPULSORY_MEASURE, Field.SECURITY_MEASURE, Field.SOCIAL_MEASURE, Field.INFRASTRUCTURE_MEASURE,
            Field.LIVING_MEASURE, Field.RELOCATION_MEASURE);

    public HouseholdFacts(Values values, List<PersonFacts> members, LocalDate on) {
        this(values, members, null, null, null, on, null);
    }

    /** Escaped from poverty 【脱贫户】. */
    boolean isEscaped() {
        return values.isAmong(Field.HOUSEHOLD_TYPE, ESCAPED)
                || (!values.has(Field.HOUSEHOLD_TYPE) && values.isAmong(Field.EXIT_STATE, EXITED));
    }

    /** Monitored against a return to poverty 【监测对象】, whether or not the risk is gone. */
    boolean isMonitored() {
        return values.has(Field.MONITORED_KIND) || values.isAmong(Field.HOUSEHOLD_TYPE, MONITORED);
    }

    /** Monitored, and the risk is still there. */
    boolean isAtRisk() {
        return isMonitored() && !values.yes(Field.RISK_ELIMINATED);
    }

    boolean isEliminated() {
        return values.yes(Field.RISK_ELIMINATED);
    }

    boolean hasRisk(String code) {
        return RISKS.stream().anyMatch(risk -> {
            var held = values.text(risk);
            return held != null && (held.equals(code) || (held.length() == 4 && held.startsWith(code)));
        });
    }

    static List<Field> risks() {
        return RISKS;
    }

    static List<Field> measures() {
        return MEASURES;
    }

    boolean hasMeasure() {
        return MEASURES.stream().anyMatch(values::yes);
    }

    boolean hasMeasure(Field... measures) {
        for (var measure : measures) {
            if (values.yes(measure)) {
                return true;
            }
        }
        return false;
    }

    boolean anyone(Predicate<PersonFacts> is) {
        return members.stream().anyMatch(is);
    }

    boolean nobody(Predicate<PersonFacts> is) {
        return members.stream().noneMatch(is);
    }

    long how(Predicate<PersonFacts> is) {
        return members.stream().filter(is).count();
    }

    /** The only one who is related so to the head; null where there is none or more than one. */
    @Nullable
    PersonFacts the(String relation) {
        PersonFacts found = null;
        for (var member : members) {
            if (member.is(relation)) {
                if (found != null) {
                    return null;
                }
                found = member;
            }
        }
        return found;
    }
}
