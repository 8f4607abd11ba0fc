package org.jingzhun.household.imports;

import java.util.List;

import org.jingzhun.household.rules.HouseholdFacts;
import org.jingzhun.household.rules.PersonFacts;
import org.jspecify.annotations.Nullable;

/**
 * A household as a file would leave it, beside what the register has of it.
 *
 * @param row the row that stands for it in the file: the head's, or the first one
 * @param before null where the register does not know it
 */
record ProjectedHousehold(int seq, int row, String number, String village, @Nullable HouseholdFacts before, HouseholdFacts after,
        List<Member> members) {

    /**
     * A member, in the order of the facts.
     *
     * @param row his row, 0 where the file leaves him out
     * @param before null where he was no member
     */
    record Member(int row, @Nullable PersonFacts before, PersonFacts after) {

        boolean isInFile() {
            return row > 0;
        }
    }
}
