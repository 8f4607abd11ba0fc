package org.jingzhun.household.change;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

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

    private final Rules rules = Rules.shipped();

    /** What the change makes wrong on a day. */
    List<Finding> worsened(RegisterState before, RegisterState after) {
        var findings = new ArrayList<Finding>();
        for (var household : after.households().values()) {
            if (household.isRemoved()) {
                continue;
            }
            var known = before.household(household.number()).filter(it -> !it.isRemoved())
                    .map(it -> codes(rules.check(facts(it, before)))).orElse(List.of());
            keep(rules.check(facts(household, after)), known, findings);
            if (household.members().isEmpty()) {
                keep(List.of(new Finding("no-head", Field.RELATION)), emptyBefore(before, household), findings);
            }
            for (var member : household.members()) {
                var was = before.member(member.person())
                        .map(it -> codes(rules.check(facts(it, before), household.village()))).orElse(List.of());
                keep(rules.check(facts(member, after), household.village()), was, findings);
            }
        }
        return findings;
    }

    /** The rules are silent of a household in which nobody lives; an officer removes it rather than empties it. */
    private static List<String> emptyBefore(RegisterState before, Household household) {
        return before.household(household.number()).filter(it -> it.members().isEmpty()).map(it -> List.of("no-head"))
                .orElse(List.of());
    }

    private static void keep(List<Finding> found, List<String> known, List<Finding> findings) {
        found.stream().filter(Finding::isRefusal).filter(finding -> !known.contains(finding.code())).forEach(findings::add);
    }

    private static List<String> codes(List<Finding> findings) {
        return findings.stream().map(Finding::code).toList();
    }

    static HouseholdFacts facts(Household household, RegisterState state) {
        return new HouseholdFacts(values(household.values(), Map.of()),
                household.members().stream().map(member -> facts(member, state)).toList(), null, null, null, state.on(),
                household.village());
    }

    static PersonFacts facts(Member member, RegisterState state) {
        return new PersonFacts(values(member.values(), member.place()), state.on());
    }

    private static Values values(Map<Field, @Nullable String> fields, Map<Field, @Nullable String> more) {
        var values = new Values(ALL);
        fields.forEach((field, text) -> values.set(field, text == null ? null : FieldValues.typed(field, text)));
        more.forEach((field, text) -> values.set(field, text == null ? null : FieldValues.typed(field, text)));
        return values;
    }
}
