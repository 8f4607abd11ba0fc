package org.jingzhun.household.change;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

import org.jingzhun.household.change.RegisterState.Household;
import org.jingzhun.household.change.RegisterState.Member;
import org.jingzhun.household.field.Field;
import org.jingzhun.household.rules.Fields;
import org.jingzhun.household.rules.Finding;
import org.jingzhun.household.rules.HouseholdFacts;
import org.jingzhun.household.rules.PersonFacts;
import org.jingzhun.household.rules.Rules;
import org.jingzhun.household.rules.Values;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Holds households, as a change leaves them, to the rules; what was broken before does not stand in its way, and warnings refuse nothing.
 */
@Component
class RulesCheck {

    private static final Fields ALL = Fields.all().without(Field.MEMBERS);

    /** The rules are silent of a household in which nobody lives; an officer removes it rather than empties it. */
    private static final List<Finding> EMPTY = List.of(new Finding("no-head", Field.RELATION));

    private final Rules rules = Rules.shipped();

    /** What a change makes wrong: what refuses it, and what is only told. */
    record Worsened(List<Finding> refusals, List<Warning> warnings) {}

    /**
     * What the change makes wrong on a day.
     *
     * @param from the day from which the change holds: what was true before then is what it is compared with
     */
    Worsened worsened(RegisterState before, RegisterState after, LocalDate from) {
        var worsened = new Worsened(new ArrayList<>(), new ArrayList<>());
        for (var household : after.households().values()) {
            if (household.isRemoved()) {
                continue;
            }
            var was = before.household(household.number()).filter(it -> !it.isRemoved());
            keep(rules.check(facts(household, after, before, from)),
                    () -> was.map(it -> rules.check(facts(it, before))).orElse(List.of()), household, null, worsened);
            if (household.members().isEmpty()) {
                keep(EMPTY, () -> emptyBefore(before, household), household, null, worsened);
            }
            for (var member : household.members()) {
                var person = before.member(member.person());
                keep(rules.check(facts(member, after, earlier(member, person, after.on(), from)), household.village()),
                        () -> person.map(it -> rules.check(facts(it, before), household.village())).orElse(List.of()),
                        household, member.person(), worsened);
            }
        }
        return worsened;
    }

    private static List<Finding> emptyBefore(RegisterState before, Household household) {
        return before.household(household.number()).filter(it -> it.members().isEmpty()).map(it -> EMPTY).orElse(List.of());
    }

    private static void keep(List<Finding> found, Supplier<List<Finding>> before, Household household, @Nullable String person,
            Worsened worsened) {
        for (var finding : Rules.worsened(found, before)) {
            if (finding.isRefusal()) {
                worsened.refusals.add(finding);
            } else {
                worsened.warnings.add(Warning.of(household.number(), person, finding));
            }
        }
    }

    /** As it stands, whatever was before. */
    static HouseholdFacts facts(Household household, RegisterState state) {
        return facts(household, state, null);
    }

    private static HouseholdFacts facts(Household household, RegisterState state, RegisterState before, LocalDate from) {
        var earlier = before.household(household.number())
                .filter(it -> isEarlier(it.from(), state.on(), from) && !Objects.equals(it.values(), household.values()))
                .map(it -> values(it.values(), Map.of())).orElse(null);
        return facts(household, state, earlier);
    }

    private static HouseholdFacts facts(Household household, RegisterState state, @Nullable Values earlier) {
        var years = household.years();
        var latest = years.isEmpty() ? null : years.lastKey();
        return new HouseholdFacts(values(household.values(), Map.of()),
                household.members().stream().map(member -> facts(member, state)).toList(), year(household, latest),
                year(household, latest == null ? null : latest - 1), earlier, state.on(), household.village());
    }

    private static @Nullable Values year(Household household, @Nullable Integer year) {
        var reported = year == null ? null : household.years().get(year);
        return reported == null ? null : values(reported, Map.of());
    }

    private static PersonFacts facts(Member member, RegisterState state) {
        return facts(member, state, null);
    }

    private static PersonFacts facts(Member member, RegisterState state, @Nullable Values earlier) {
        return new PersonFacts(values(member.values(), member.place()), earlier, state.on());
    }

    /** What was true of a member before the change, where it changes anything of him. */
    private static @Nullable Values earlier(Member member, Optional<Member> before, LocalDate on, LocalDate from) {
        return before.filter(it -> isEarlier(it.from(), on, from) && !Objects.equals(it.values(), member.values()))
                .map(it -> values(it.values(), Map.of())).orElse(null);
    }

    /** On days after the first one, what was before them may have been changed as well. */
    private static boolean isEarlier(LocalDate known, LocalDate on, LocalDate from) {
        return on.equals(from) && known.isBefore(from);
    }

    private static Values values(Map<Field, @Nullable String> fields, Map<Field, @Nullable String> more) {
        var values = new Values(ALL);
        fields.forEach((field, text) -> values.set(field, text == null ? null : FieldValues.typed(field, text)));
        more.forEach((field, text) -> values.set(field, text == null ? null : FieldValues.typed(field, text)));
        return values;
    }
}
