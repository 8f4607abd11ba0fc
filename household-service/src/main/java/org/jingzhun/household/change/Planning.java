package org.jingzhun.household.change;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

import org.jingzhun.household.change.FieldValues.ValueNotValid;
import org.jingzhun.household.change.Locked.LockedMember;
import org.jingzhun.household.change.Locked.LockedPerson;
import org.jingzhun.household.change.RegisterState.Household;
import org.jingzhun.household.change.RegisterState.Member;
import org.jingzhun.household.division.Division;
import org.jingzhun.household.division.Divisions;
import org.jingzhun.household.division.Level;
import org.jingzhun.household.field.Field;
import org.jingzhun.household.field.Holder;
import org.jingzhun.household.person.ResidentId;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/**
 * What an action may look at while it plans: households, members and villages as they stand on the effective day, and what the request
 * says of them.
 */
final class Planning extends Draft {

    private final Locked locked;
    private final RegisterState state;
    private final RegisterReading reading;
    private final StateReading states;
    private final FieldValues values;
    private final Divisions divisions;
    private final Numbers numbers;
    private final Predicate<String> covers;
    private final LocalDate today;

    Planning(Locked locked, RegisterState state, RegisterReading reading, StateReading states, FieldValues values,
            Divisions divisions, Numbers numbers, Predicate<String> covers, LocalDate today) {
        super(state.on());
        this.locked = locked;
        this.state = state;
        this.reading = reading;
        this.states = states;
        this.values = values;
        this.divisions = divisions;
        this.numbers = numbers;
        this.covers = covers;
        this.today = today;
    }

    /** The households as they stand on the effective day before anything is written. */
    RegisterState state() {
        return state;
    }

    Numbers numbers() {
        return numbers;
    }

    /** A household of the caller's area on the effective day, which has not been removed by now. */
    Household own(String number) {
        var known = locked.household(number).filter(it -> covers.test(it.village())).orElseThrow(Refusals.HouseholdUnknown::new);
        if (known.removed()) {
            throw new Refusals.HouseholdRemoved();
        }
        return onTheDay(known);
    }

    /** The same, where it may have been removed later than the effective day. */
    Household ownOnTheDay(String number) {
        return onTheDay(
                locked.household(number).filter(it -> covers.test(it.village())).orElseThrow(Refusals.HouseholdUnknown::new));
    }

    /** A household that may lie in another area. */
    Household other(String number) {
        var known = locked.household(number).orElseThrow(Refusals.HouseholdUnknown::new);
        if (known.removed()) {
            throw new Refusals.HouseholdRemoved();
        }
        return onTheDay(known);
    }

    private Household onTheDay(Locked.LockedHousehold known) {
        var household = state.household(known.number()).orElseThrow(() -> new Refusals.NotYetPossible(known.since()));
        if (household.isRemoved()) {
            throw new Refusals.HouseholdRemoved();
        }
        return household;
    }

    /** A member on the effective day who is one still; empty, with a flaw, where there is none. */
    Optional<Member> member(Household household, String person, String pointer) {
        var member = household.member(person);
        if (member.isPresent() && member.get().until() == null) {
            return member;
        }
        var later = lockedMembers(household).stream().filter(it -> it.person().equals(person) && it.until() == null).findFirst();
        if (later.isPresent()) {
            throw new Refusals.NotYetPossible(later.get().since());
        }
        notHim(person, pointer, "value.person");
        return Optional.empty();
    }

    /** Somebody else is needed; of a number that was merged into another one it is said where it went. */
    private void notHim(String person, String pointer, String message) {
        reading.survivor(person).ifPresentOrElse(into -> {
            var village = into.village();
            if (village != null && covers.test(village)) {
                flaw(pointer, "value.person-merged", into.number());
            } else {
                flaw(pointer, "value.person-merged-elsewhere");
            }
        }, () -> flaw(pointer, message));
    }

    List<LockedMember> lockedMembers(Household household) {
        return locked.household(household.number()).map(Locked.LockedHousehold::members).orElse(List.of());
    }

    /** All members; refuses a day after which somebody came or went, as if that had not happened. */
    List<Member> membersToday(Household household) {
        for (var member : lockedMembers(household)) {
            var until = member.until();
            if (until == null && !member.since().isBefore(on())) {
                throw new Refusals.NotYetPossible(member.since().plusDays(1));
            }
            if (until != null && until.isAfter(on())) {
                throw new Refusals.NotYetPossible(until);
            }
        }
        return household.members();
    }

    /** Somebody who lives in no household at present, of the caller's area. */
    Optional<LockedPerson> free(String person, String pointer) {
        var known = locked.persons().get(person);
        if (known == null || known.dead() || known.freeFrom() == null || reading.survivor(person).isPresent()) {
            notHim(person, pointer, "value.person-not-free");
            return Optional.empty();
        }
        if (known.village() == null || !covers.test(known.village())) {
            throw new Refusals.RegisteredElsewhere(known.number(), known.village());
        }
        if (known.freeFrom().isAfter(on())) {
            throw new Refusals.NotYetPossible(known.freeFrom());
        }
        return Optional.of(known);
    }

    /** The village of a code that holds on the effective day. */
    Optional<Division> village(String code, String pointer) {
        var found = divisions.find(code, today).filter(it -> it.level() == Level.VILLAGE && code.length() == 12);
        if (found.isEmpty()) {
            flaw(pointer, "value.village");
        }
        return found;
    }

    boolean covers(String village) {
        return covers.test(village);
    }

    /** Values of a request, each held to its field; {@code null} empties. */
    Map<Field, @Nullable String> read(@Nullable Map<String, ? extends @Nullable JsonNode> wanted, Set<Field> allowed,
            String pointer) {
        var result = new LinkedHashMap<Field, @Nullable String>();
        if (wanted != null) {
            wanted.forEach((key, value) -> Field.of(key).filter(allowed::contains).ifPresentOrElse(
                    field -> value(field, value, pointer + "/" + key, result), () -> flaw(pointer + "/" + key, "value.field")));
        }
        return result;
    }

    void value(Field field, @Nullable JsonNode value, String pointer, Map<Field, @Nullable String> result) {
        if (value == null || value.isNull()) {
            if (field.isRequired()) {
                flaw(pointer, "value.required");
            }
            result.put(field, null);
            return;
        }
        try {
            result.put(field, values.read(field, value, today));
        } catch (ValueNotValid refusal) {
            flaw(pointer, refusal.message(), refusal.arguments().toArray(String[]::new));
        }
    }

    /** A code of a field that is set by actions only. */
    @Nullable
    String code(Field field, String code, String pointer) {
        var result = new LinkedHashMap<Field, @Nullable String>();
        value(field, StringNode.valueOf(code), pointer, result);
        return result.get(field);
    }

    /** Other values of a person who is a member. */
    void write(Household household, Member member, Map<Field, @Nullable String> wanted) {
        requireUnregistered(wanted.get(Field.RESIDENT_ID), member.person());
        put(Holder.PERSON, member.personId(), member.person(), member.values(), wanted,
                (field, old, now) -> line(household.number(), member.person(), field, old, now, member.born()));
    }

    /** What a household reported for a year; a new row where there is none yet. */
    void writeYear(Household household, int year, Map<Field, @Nullable String> wanted) {
        var known = states.year(household.id(), year, on());
        if (known.isEmpty()) {
            reading.yearSince(household.id(), year).ifPresent(since -> {
                throw new Refusals.NotYetPossible(since);
            });
            wanted.forEach((field, value) -> add(new Line(household.number(), null, year, field.key(), null, value, null)));
            add(new Step.NewYear(household.id(), year, wanted));
            return;
        }
        put(Holder.HOUSEHOLD_YEAR, known.get().id(), "", known.get().values(), wanted,
                (field, old, now) -> new Line(household.number(), null, year, field.key(), old, now, null));
    }

    /** The county of a village, as it is today. */
    String county(String village) {
        return divisions.find(village).map(divisions::current).map(Division::code).orElse(village).substring(0, 6);
    }

    /** A new household in a village. Gives its number. */
    String addHousehold(String village, Map<Field, @Nullable String> its) {
        var number = numbers.household();
        var all = new LinkedHashMap<Field, @Nullable String>();
        all.put(Field.VILLAGE, village);
        all.putAll(its);
        all.forEach((field, value) -> add(new Line(number, null, null, field.key(), null, value, null)));
        add(new Step.NewHousehold(number, all));
        return number;
    }

    /** A new person. Gives the number; the membership is added by {@link #join}. */
    String addPerson(String household, Map<Field, @Nullable String> its) {
        requireUnregistered(its.get(Field.RESIDENT_ID), "");
        var number = numbers.person();
        var born = new ResidentId(Objects.requireNonNull(its.get(Field.RESIDENT_ID)).substring(0, 18)).birthDate();
        its.forEach((field, value) -> add(line(household, number, field, null, value, born)));
        add(new Step.NewPerson(number, its));
        return number;
    }

    private void requireUnregistered(@Nullable String document, String person) {
        if (document != null) {
            reading.registered(document, person).ifPresent(other -> {
                throw new Refusals.RegisteredElsewhere(other.number(), other.village());
            });
        }
    }
}
