package org.jingzhun.household.record;

import java.util.List;

import org.jingzhun.household.field.Field;
import org.jspecify.annotations.Nullable;

/**
 * A household in full.
 *
 * @param values of the household and of its sheet of the asked year
 * @param members who live there, the head first
 */
public record HouseholdRecord(long id, String number, String village, FieldValues values, List<MemberRecord> members) {

    /** One who lives there. */
    public record MemberRecord(String number, FieldValues values) {}

    /** The head of the household; null where the register has none, or the caller may not see him. */
    public @Nullable MemberRecord head() {
        return members.stream().filter(member -> "01".equals(member.values.get(Field.RELATION))).findFirst().orElse(null);
    }
}
