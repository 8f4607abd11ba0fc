package org.jingzhun.household.change;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

import org.jingzhun.household.field.Field;
import org.jspecify.annotations.Nullable;

/** Some households with their members as they stand on a day. */
record RegisterState(LocalDate on, Map<String, Household> households) {

    Optional<Household> household(String number) {
        return Optional.ofNullable(households.get(number));
    }

    /** Somebody, in whichever of these households he lives on that day. */
    Optional<Member> member(String person) {
        return households.values().stream().flatMap(household -> household.members().stream())
                .filter(member -> member.person().equals(person)).findFirst();
    }

    /**
     * A household on that day; its village is among its values.
     *
     * @param from the first day of which the register says all this of it
     * @param years what it reported, by year
     */
    record Household(long id, String number, LocalDate from, Map<Field, @Nullable String> values, List<Member> members,
            SortedMap<Integer, Map<Field, @Nullable String>> years) {

        String village() {
            return String.valueOf(values.get(Field.VILLAGE));
        }

        boolean isRemoved() {
            return values.get(Field.REMOVED_ON) != null;
        }

        Optional<Member> member(String person) {
            return members.stream().filter(member -> member.person().equals(person)).findFirst();
        }
    }

    /**
     * A member with his place in the household.
     *
     * @param from the first day of which the register says all this of him
     * @param since the first day on which the register has him there
     * @param until the first day on which he lives there no longer; null as long as he does
     */
    record Member(long personId, long membershipId, String person, LocalDate born, LocalDate from, LocalDate since,
            @Nullable LocalDate until,
            Map<Field, @Nullable String> values, Map<Field, @Nullable String> place) {

        @Nullable
        String get(Field field) {
            return place.containsKey(field) ? place.get(field) : values.get(field);
        }
    }
}
