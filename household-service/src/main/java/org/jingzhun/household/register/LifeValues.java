package org.jingzhun.household.register;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.jingzhun.household.division.Divisions;
import org.jingzhun.household.field.Field;
import org.jingzhun.household.field.Holder;
import org.jingzhun.starter.access.Scope;
import org.jingzhun.starter.page.Cursor;
import org.jingzhun.starter.page.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Adds to events what changed: the values that were known for the day before it was recorded, and afterwards, as the history has them. An
 * import names the fields of all members together, so that theirs have values only in the life of a person.
 */
@Component
class LifeValues {

    private static final String VILLAGE = "village";

    private final JdbcClient jdbc;
    private final Divisions divisions;
    private final Disclosure disclosure;
    private final Sensitivity sensitivity;

    LifeValues(JdbcClient jdbc, Divisions divisions, Disclosure disclosure, Sensitivity sensitivity) {
        this.jdbc = jdbc;
        this.divisions = divisions;
        this.disclosure = disclosure;
        this.sensitivity = sensitivity;
    }

    /** @param of the person whose life it is; null for a household's */
    Page<LifeEvent> page(List<Life.Event> fetched, @Nullable String of, Cursor after, Scope scope, Scope sensitive) {
        var more = fetched.size() > after.limit();
        var events = more ? fetched.subList(0, after.limit()) : fetched;
        var persons = new HashSet<>(events.stream().map(Life.Event::person).filter(Objects::nonNull).toList());
        if (of != null) {
            persons.add(of);
        }
        var past = new Past(Timelines.ofHouseholds(jdbc, events.stream().map(Life.Event::household).distinct().toList()),
                Timelines.ofPersons(jdbc, persons), Timelines.ofMemberships(jdbc, persons));
        var shown = new ArrayList<LifeEvent>();
        for (var event : events) {
            var seen = seen(event, past, scope);
            if (seen != null) {
                shown.add(view(event, of, past, scope, sensitive.covers(seen)));
            }
        }
        return Page.upTo(shown, after, more ? events.getLast().position() : null);
    }

    /** The village through which the caller sees it: where it happened, the other one, or where the household moved to. */
    private static @Nullable String seen(Life.Event event, Past past, Scope scope) {
        var moved = event.fields().contains(VILLAGE) && event.person() == null
                ? past.households.village(event.household(), event.effectiveOn(), event.recordedAt())
                : null;
        return Stream.of(event.village(), event.otherVillage(), moved).filter(it -> it != null && scope.covers(it)).findFirst()
                .orElse(null);
    }

    private LifeEvent view(Life.Event event, @Nullable String of, Past past, Scope scope, boolean open) {
        var person = event.person() != null ? event.person() : of;
        var ours = scope.covers(event.village()) || event.otherVillage() == null;
        var other = event.otherVillage() != null && scope.covers(event.otherVillage());
        return new LifeEvent(event.number(), event.action(), event.effectiveOn(), event.recorded(),
                ours ? event.household() : null, ours ? event.village() : null, ours ? divisions.name(event.village()) : null,
                event.person(), other ? event.otherHousehold() : null, other ? event.otherVillage() : null, event.change(),
                event.importNumber(), open ? event.reason() : null, open ? event.evidence() : null, event.enteredBy(),
                event.approvedBy(), changed(event, person, past, scope, open), event.id());
    }

    private List<LifeEvent.Changed> changed(Life.Event event, @Nullable String person, Past past, Scope scope, boolean open) {
        var known = event.recordedAt();
        var before = known.minusNanos(1000);
        var changes = new ArrayList<LifeEvent.Changed>();
        for (var name : event.fields()) {
            var field = Field.of(name).orElse(null);
            if (name.equals(VILLAGE) && event.person() == null) {
                changes.add(new LifeEvent.Changed(name, covered(past, event, before, scope), covered(past, event, known, scope),
                        null));
            } else if (field == null || field.holder() == Holder.HOUSEHOLD_YEAR || field.holder() == Holder.NONE
                    || (field.holder() != Holder.HOUSEHOLD && person == null)) {
                changes.add(new LifeEvent.Changed(name, null, null, null)); // of which year or member is not said
            } else {
                changes.add(changed(field, event, person == null ? "" : person, past, before, open));
            }
        }
        return changes;
    }

    private LifeEvent.Changed changed(Field field, Life.Event event, String person, Past past, LocalDateTime before,
            boolean open) {
        var was = past.value(field, event.household(), person, event.effectiveOn(), before);
        var is = past.value(field, event.household(), person, event.effectiveOn(), event.recordedAt());
        if (!open && isHidden(field, was, is, event, person, past)) {
            return new LifeEvent.Changed(field.key(), null, null, true);
        }
        var number = field.holder() == Holder.HOUSEHOLD ? event.household() : person;
        return new LifeEvent.Changed(field.key(), disclosure.shown(field, was, number), disclosure.shown(field, is, number),
                null);
    }

    private boolean isHidden(Field field, @Nullable Object was, @Nullable Object is, Life.Event event, String person, Past past) {
        var isChild = !person.isEmpty() && past.value(Field.BIRTH_DATE, event.household(), person, event.effectiveOn(),
                event.recordedAt()) instanceof LocalDate born && sensitivity.isChild(born);
        return isChild || field.isSensitive() || sensitivity.tellsOfHealth(field, was) || sensitivity.tellsOfHealth(field, is);
    }

    private static @Nullable String covered(Past past, Life.Event event, LocalDateTime known, Scope scope) {
        var village = past.households.village(event.household(), event.effectiveOn(), known);
        return village != null && scope.covers(village) ? village : null;
    }

    private record Past(Timelines households, Timelines persons, Timelines memberships) {

        @Nullable
        Object value(Field field, String household, String person, LocalDate on, LocalDateTime known) {
            return switch (field.holder()) {
                case HOUSEHOLD -> households.value(household, field, on, known);
                case PERSON -> persons.value(person, field, on, known);
                case MEMBERSHIP -> {
                    var then = memberships.value(person, field, on, known);
                    // who left on that day was a member until the day before
                    yield then != null ? then : memberships.value(person, field, on.minusDays(1), known);
                }
                case HOUSEHOLD_YEAR, NONE -> null;
            };
        }
    }
}
