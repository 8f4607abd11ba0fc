package org.jingzhun.household.rules;

import java.util.Set;

import org.jingzhun.household.field.Field;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class HouseholdRulesTest {

    @Test
    void hh6AHouseholdHasExactlyOneHead() {
        assertThat(HouseholdRules.check(new HouseholdCounts(0, 1, 3, 3, Set.of()))).extracting(Finding::code)
                .containsExactly("no-head");
        assertThat(HouseholdRules.check(new HouseholdCounts(2, 1, 3, 3, Set.of()))).extracting(Finding::code)
                .containsExactly("two-heads");
        assertThat(HouseholdRules.check(new HouseholdCounts(1, 1, 3, 3, Set.of()))).isEmpty();
    }

    @Test
    void hh6AHouseholdHasAtMostOneSpouse() {
        assertThat(HouseholdRules.check(new HouseholdCounts(1, 2, 3, 3, Set.of()))).extracting(Finding::code)
                .containsExactly("two-spouses");
        assertThat(HouseholdRules.check(new HouseholdCounts(1, 0, 3, 3, Set.of()))).isEmpty();
    }

    @Test
    void theStatedNumberOfMembersIsThatOfTheRows() {
        assertThat(HouseholdRules.check(new HouseholdCounts(1, 0, 3, 4, Set.of())))
                .containsExactly(new Finding("count-differs", Field.MEMBERS, "3"));
        assertThat(HouseholdRules.check(new HouseholdCounts(1, 0, 3, null, Set.of()))).isEmpty();
    }

    @Test
    void whatTheHouseholdHasOnceIsTheSameOnAllItsRows() {
        assertThat(HouseholdRules.check(new HouseholdCounts(1, 0, 3, 4, Set.of(Field.MEMBERS))))
                .containsExactly(new Finding("household-values-differ", Field.MEMBERS));
    }
}
