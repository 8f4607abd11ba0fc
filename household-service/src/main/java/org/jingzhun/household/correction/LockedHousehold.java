package org.jingzhun.household.correction;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/** A household and all who live in it, as they stand while nobody else can change them. */
record LockedHousehold(long id, String number, String village, long version, Map<CorrectableField, @Nullable String> values,
        List<LockedMember> members) {

    Optional<LockedMember> member(String person) {
        return members.stream().filter(member -> member.person().equals(person)).findFirst();
    }

    /** What a field holds; of the household where no person is named. */
    @Nullable
    String value(@Nullable String person, CorrectableField field) {
        if (person == null) {
            return values.get(field);
        }
        return member(person).map(it -> it.values().get(field)).orElse(null);
    }

    /** The same household with the values that the changes bring. */
    LockedHousehold with(List<Change> changes) {
        return new LockedHousehold(id, number, village, version, replaced(values, null, changes),
                members.stream()
                        .map(member -> new LockedMember(member.personId(), member.membershipId(), member.person(), member.born(),
                                replaced(member.values(), member.person(), changes)))
                        .toList());
    }

    private static Map<CorrectableField, @Nullable String> replaced(Map<CorrectableField, @Nullable String> values,
            @Nullable String person, List<Change> changes) {
        var copy = new EnumMap<CorrectableField, @Nullable String>(CorrectableField.class);
        copy.putAll(values);
        for (var change : changes) {
            if (person == null ? change.person() == null : person.equals(change.person())) {
                copy.put(change.field(), change.newValue());
            }
        }
        return copy;
    }

    /** A member with his place in the household. */
    record LockedMember(long personId, long membershipId, String person, LocalDate born,
            Map<CorrectableField, @Nullable String> values) {

        @Nullable
        String get(CorrectableField field) {
            return values.get(field);
        }
    }
}
