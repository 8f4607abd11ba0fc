package org.jingzhun.household.change;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Households, and all who ever lived in them, that nobody else changes before the transaction ends.
 *
 * @param latest the last day on which something of the households, or of who ever lived there, began to hold
 */
record Locked(Map<String, LockedHousehold> households, Map<String, LockedPerson> persons, LocalDate latest) {

    Optional<LockedHousehold> household(String number) {
        return Optional.ofNullable(households.get(number));
    }

    /** A membership of one of the households, by its row. */
    Optional<LockedMember> membership(long id) {
        return households.values().stream().flatMap(it -> it.members().stream()).filter(it -> it.id() == id).findFirst();
    }

    Collection<Long> ids() {
        return households.values().stream().map(LockedHousehold::id).toList();
    }

    Collection<Long> personIds() {
        return Stream.concat(households.values().stream().flatMap(it -> it.members().stream()).map(LockedMember::personId),
                persons.values().stream().map(LockedPerson::id)).toList();
    }

    /**
     * A household as it is now.
     *
     * @param version of it and of all who live in it
     * @param since the first day of which the register knows it
     */
    record LockedHousehold(long id, String number, String village, boolean removed, long version, LocalDate since, String by,
            Instant at, List<LockedMember> members) {}

    /**
     * Who lives there, or did.
     *
     * @param until the first day on which he did no longer
     */
    record LockedMember(long id, long personId, String person, LocalDate since, @Nullable LocalDate until, String by,
            Instant at) {}

    /**
     * Somebody who may live nowhere at present.
     *
     * @param freeFrom the day on which he left his last household; null while he lives in one
     */
    record LockedPerson(long id, String number, LocalDate born, @Nullable LocalDate freeFrom, boolean dead,
            @Nullable String village) {}
}
