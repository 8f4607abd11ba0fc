package org.jingzhun.household.change;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

import org.jingzhun.household.change.RegisterState.Household;
import org.jingzhun.household.change.RegisterState.Member;
import org.jingzhun.household.field.Field;
import org.jingzhun.household.field.Holder;
import org.jingzhun.household.rules.RuleRow;
import org.jingzhun.household.rules.Rules;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The table of rules as an officer would enter it: judged as the facts themselves are judged. */
class EnteredRowsTest {

    final Rules rules = Rules.shipped();

    /** A change knows what was before by its own, and always asks for the place of work. */
    static List<RuleRow> rows() {
        return RuleRow.all().stream().filter(row -> row.earlier().isEmpty()
                && !row.household().containsKey(Field.MEMBERS)
                && row.members().stream().allMatch(member -> !member.containsKey(Field.WORK_MONTHS)
                        || row.members().stream().anyMatch(other -> other.containsKey(Field.WORK_PLACE))
                        || Integer.valueOf(0).equals(member.get(Field.WORK_MONTHS))))
                .toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void whatIsEnteredIsJudgedAsTheTableSays(RuleRow row) {
        var household = household(row);
        var state = new RegisterState(row.on(), Map.of("E1", household));
        var facts = RulesCheck.facts(household, state);
        var codes = new TreeSet<String>();
        rules.check(facts).forEach(finding -> codes.add(finding.code()));
        facts.members().forEach(member -> rules.check(member, household.village()).forEach(finding -> codes.add(finding.code())));

        assertThat(codes).isEqualTo(row.judged(rules));
    }

    private static Household household(RuleRow row) {
        var values = texts(row.household(), Holder.HOUSEHOLD);
        values.put(Field.VILLAGE, "451481101201");
        var number = new int[1];
        var members = row.members().stream().map(member -> new Member(++number[0], number[0], "E1-" + number[0],
                (LocalDate) member.get(Field.BIRTH_DATE), row.on(), LocalDate.of(2014, 1, 1), null, texts(member, Holder.PERSON),
                texts(member, Holder.MEMBERSHIP))).toList();
        var years = new TreeMap<Integer, Map<Field, @Nullable String>>();
        if (!row.year().isEmpty()) {
            years.put(row.on().getYear(), texts(row.year(), Holder.HOUSEHOLD_YEAR));
        }
        if (!row.lastYear().isEmpty()) {
            years.put(row.on().getYear() - 1, texts(row.lastYear(), Holder.HOUSEHOLD_YEAR));
        }
        return new Household(1, "E1", row.on(), values, members, years);
    }

    private static Map<Field, @Nullable String> texts(Map<Field, Object> held, Holder holder) {
        var texts = new HashMap<Field, @Nullable String>();
        Field.of(holder).forEach(field -> texts.put(field, held.containsKey(field) ? held.get(field).toString() : null));
        return new EnumMap<>(texts);
    }
}
