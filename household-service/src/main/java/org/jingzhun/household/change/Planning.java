package org.jingzhun.household.change;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

import org.jingzhun.household.change.FieldValues.ValueNotValid;
import org.jingzhun.household.change.Locked.LockedMember;
import org.jingzhun.household.change.Locked.LockedPerson;
import org.jingzhun.household.change.Refusals.Flaw;
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
 * What an action would write: it looks at the register as it stands on the effective day, and collects steps, the lines that officers
 * read, and what the rules of four eyes and the windows ask about.
 */
final class Planning {

    /** The relation of the head of a household. */
    static final String HEAD = "01";

    private final Locked locked;
    private final RegisterState state;
    private final RegisterReading reading;
    private final FieldValues values;
    private final Divisions divisions;
    private final Numbers numbers;
    private final Predicate<String> covers;
    private final LocalDate today;
    private final List<Step> steps = new ArrayList<>();
    private final Map<Line.Place, Line> lines = new LinkedHashMap<>();
    private final Set<String> matters = new LinkedHashSet<>();
    private final List<Flaw> flaws = new ArrayList<>();
    private @Nullable Partner partner;

    Planning(Locked locked, RegisterState state, RegisterReading reading, FieldValues values, Divisions divisions,
            Numbers numbers,
            Predicate<String> covers, LocalDate today) {
        this.locked = locked;
        this.state = state;
        this.reading = reading;
        this.values = values;
        this.divisions = divisions;
        this.numbers = numbers;
        this.covers = covers;
        this.today = today;
    }

    /** Another household or village that has a part in it. */
    record Partner(@Nullable String household, String village) {}

    /** The households as they stand on the effective day before anything is written. */
    RegisterState state() {
        return state;
    }

    LocalDate on() {
        return state.on();
    }

    Numbers numbers() {
        return numbers;
    }

    List<Step> steps() {
        return steps;
    }

    List<Line> lines() {
        return List.copyOf(lines.values());
    }

    Set<String> matters() {
        return matters;
    }

    Optional<Partner> partner() {
        return Optional.ofNullable(partner);
    }

    void partner(@Nullable String household, String village) {
        partner = new Partner(household, village);
    }

    void matter(String matter) {
        matters.add(matter);
    }

    void flaw(String pointer, String message, String... arguments) {
        flaws.add(new Flaw(pointer, message, List.of(arguments)));
    }

    /** Refuses what cannot be. To be called before one builds on what was read. */
    void requireNoFlaw() {
        if (!flaws.isEmpty()) {
            throw new Refusals.ChangeNotValid(flaws);
        }
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
        flaw(pointer, "value.person");
        return Optional.empty();
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
        if (known == null || known.dead() || known.freeFrom() == null) {
            flaw(pointer, "value.person-not-free");
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

    /** Other values of a household. */
    void write(Household household, Map<Field, @Nullable String> wanted) {
        put(Holder.HOUSEHOLD, household.id(), household.number(), household.values(), wanted,
                (field, old, now) -> new Line(household.number(), null, null, field.key(), old, now, null));
    }

    /** Other values of a person who is a member. */
    void write(Household household, Member member, Map<Field, @Nullable String> wanted) {
        requireUnregistered(wanted.get(Field.RESIDENT_ID), member.person());
        put(Holder.PERSON, member.personId(), member.person(), member.values(), wanted,
                (field, old, now) -> line(household.number(), member.person(), field, old, now, member.born()));
    }

    /** Another relation of a member to the head. */
    void relate(Household household, Member member, @Nullable String relation) {
        var old = member.get(Field.RELATION);
        if (relation != null && !Objects.equals(old, relation) && (relation.equals(HEAD) || HEAD.equals(old))) {
            matter("field:head");
        }
        put(Holder.MEMBERSHIP, member.membershipId(), member.person(), member.place(), mapOf(Field.RELATION, relation),
                (field, before, now) -> line(household.number(), member.person(), field, before, now, member.born()));
    }

    /** What a household reported for a year; a new row where there is none yet. */
    void writeYear(Household household, int year, Map<Field, @Nullable String> wanted) {
        var known = reading.year(household.id(), year, on());
        if (known.isEmpty()) {
            reading.yearSince(household.id(), year).ifPresent(since -> {
                throw new Refusals.NotYetPossible(since);
            });
            wanted.forEach((field, value) -> add(new Line(household.number(), null, year, field.key(), null, value, null)));
            steps.add(new Step.NewYear(household.id(), year, wanted));
            return;
        }
        put(Holder.HOUSEHOLD_YEAR, known.get().id(), "", known.get().values(), wanted,
                (field, old, now) -> new Line(household.number(), null, year, field.key(), old, now, null));
    }

    private void put(Holder holder, long id, String number, Map<Field, @Nullable String> current,
            Map<Field, @Nullable String> wanted, Lined lined) {
        var changed = new LinkedHashMap<Field, @Nullable String>();
        wanted.forEach((field, value) -> {
            if (!Objects.equals(current.get(field), value)) {
                changed.put(field, value);
                add(lined.line(field, current.get(field), value));
            }
        });
        if (!changed.isEmpty()) {
            steps.add(new Step.Write(holder, id, number, changed));
        }
    }

    private interface Lined {
        Line line(Field field, @Nullable String old, @Nullable String now);
    }

    /** The end of a membership on the effective day. */
    void end(Household household, Member member, String reason) {
        if (!member.since().isBefore(on())) {
            throw new Refusals.NotYetPossible(member.since().plusDays(1));
        }
        var ending = mapOf(Field.LEFT_ON, on().toString());
        ending.put(Field.LEAVE_REASON, reason);
        ending.forEach((field, value) -> add(line(household.number(), member.person(), field, null, value, member.born())));
        steps.add(new Step.End(member.membershipId(), ending));
    }

    /** Death: the day stays with the person. */
    void die(Household household, Member member) {
        put(Holder.PERSON, member.personId(), member.person(), member.values(), mapOf(Field.DIED_ON, on().toString()),
                (field, old, now) -> line(household.number(), member.person(), field, old, now, member.born()));
    }

    /** The household leaves the register. */
    void remove(Household household, String reason) {
        var removal = mapOf(Field.REMOVED_ON, on().toString());
        removal.put(Field.REMOVAL_REASON, reason);
        write(household, removal);
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
        steps.add(new Step.NewHousehold(number, all));
        return number;
    }

    /** A new person. Gives the number; the membership is added by {@link #join}. */
    String addPerson(String household, Map<Field, @Nullable String> its) {
        requireUnregistered(its.get(Field.RESIDENT_ID), "");
        var number = numbers.person();
        var born = new ResidentId(Objects.requireNonNull(its.get(Field.RESIDENT_ID)).substring(0, 18)).birthDate();
        its.forEach((field, value) -> add(line(household, number, field, null, value, born)));
        steps.add(new Step.NewPerson(number, its));
        return number;
    }

    /** Somebody becomes a member on the effective day. */
    void join(String household, String person, @Nullable LocalDate born, @Nullable String relation, @Nullable String reason) {
        var joining = mapOf(Field.RELATION, relation);
        joining.put(Field.JOINED_ON, on().toString());
        joining.put(Field.JOIN_REASON, reason);
        joining.forEach((field, value) -> add(line(household, person, field, null, value, born)));
        steps.add(new Step.NewMembership(household, person, joining));
    }

    private void requireUnregistered(@Nullable String document, String person) {
        if (document != null) {
            reading.registered(document, person).ifPresent(other -> {
                throw new Refusals.RegisteredElsewhere(other.number(), other.village());
            });
        }
    }

    private void add(Line line) {
        lines.put(line.place(), line);
    }

    private static Line line(String household, String person, Field field, @Nullable String old, @Nullable String now,
            @Nullable LocalDate born) {
        return new Line(household, person, null, field.key(), old, now, born);
    }

    private static Map<Field, @Nullable String> mapOf(Field field, @Nullable String value) {
        var map = new LinkedHashMap<Field, @Nullable String>();
        map.put(field, value);
        return map;
    }
}
