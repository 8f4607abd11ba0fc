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

import org.jingzhun.household.change.Refusals.Flaw;
import org.jingzhun.household.change.RegisterState.Household;
import org.jingzhun.household.change.RegisterState.Member;
import org.jingzhun.household.field.Field;
import org.jingzhun.household.field.Holder;
import org.jspecify.annotations.Nullable;

/**
 * What an action would write: the steps, the lines that officers read, and what the rules of four eyes and the windows ask about; all from
 * the effective day on.
 */
abstract class Draft {

    /** The relation of the head of a household. */
    static final String HEAD = "01";

    private final LocalDate on;
    private final List<Step> steps = new ArrayList<>();
    private final Map<Line.Place, Line> lines = new LinkedHashMap<>();
    private final Set<String> matters = new LinkedHashSet<>();
    private final List<Flaw> flaws = new ArrayList<>();
    private @Nullable Partner partner;

    Draft(LocalDate on) {
        this.on = on;
    }

    LocalDate on() {
        return on;
    }

    void add(Step step) {
        steps.add(step);
    }

    /** Another household or village that has a part in it. */
    record Partner(@Nullable String household, String village) {}

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

    /** Other values of a household. */
    void write(Household household, Map<Field, @Nullable String> wanted) {
        put(Holder.HOUSEHOLD, household.id(), household.number(), household.values(), wanted,
                (field, old, now) -> new Line(household.number(), null, null, field.key(), old, now, null));
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

    void put(Holder holder, long id, String number, Map<Field, @Nullable String> current,
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

    /** Makes the line of a changed field. */
    interface Lined {
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

    /** Somebody becomes a member on the effective day. */
    void join(String household, String person, @Nullable LocalDate born, @Nullable String relation, @Nullable String reason) {
        var joining = mapOf(Field.RELATION, relation);
        joining.put(Field.JOINED_ON, on().toString());
        joining.put(Field.JOIN_REASON, reason);
        joining.forEach((field, value) -> add(line(household, person, field, null, value, born)));
        steps.add(new Step.NewMembership(household, person, joining));
    }

    void add(Line line) {
        lines.put(line.place(), line);
    }

    static Line line(String household, String person, Field field, @Nullable String old, @Nullable String now,
            @Nullable LocalDate born) {
        return new Line(household, person, null, field.key(), old, now, born);
    }

    static Map<Field, @Nullable String> mapOf(Field field, @Nullable String value) {
        var map = new LinkedHashMap<Field, @Nullable String>();
        map.put(field, value);
        return map;
    }
}
