package org.jingzhun.household.change;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.jingzhun.household.division.Divisions;
import org.jingzhun.household.figure.Recording;
import org.jingzhun.household.telling.Telling;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Plans a change on the register as it stands, writes it, and holds what comes out of it to the rules on every day that it touches. */
@Component
class Applying {

    private final RegisterReading reading;
    private final StateReading states;
    private final RegisterWriting writing;
    private final FieldValues values;
    private final Divisions divisions;
    private final RulesCheck rules;
    private final Events events;
    private final Recording figures;
    private final Telling telling;
    private final Clock clock;
    private final TransactionTemplate savepoint;

    Applying(RegisterReading reading, StateReading states, RegisterWriting writing, FieldValues values, Divisions divisions,
            RulesCheck rules,
            Events events, Recording figures, Telling telling, Clock clock, PlatformTransactionManager transactions) {
        this.reading = reading;
        this.states = states;
        this.writing = writing;
        this.values = values;
        this.divisions = divisions;
        this.rules = rules;
        this.events = events;
        this.figures = figures;
        this.telling = telling;
        this.clock = clock;
        this.savepoint = new TransactionTemplate(transactions);
        this.savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /** A plan on the households as they stand on the effective day. */
    Planning plan(Action wanted, Locked locked, Numbers numbers, Predicate<String> covers) {
        var state = states.state(locked, wanted.effectiveOn());
        return new Planning(locked, state, reading, states, values, divisions, numbers, covers, LocalDate.now(clock));
    }

    /** Writes a change and its events. Gives what the rules warn of. */
    List<Warning> apply(Change change, Planning plan, Locked locked, @Nullable String approvedBy, Instant at) {
        var warnings = write(change, plan, locked, at);
        events.record(change, approvedBy, at);
        return warnings;
    }

    /** Tries whether a change could be written, and writes nothing. Gives what the rules would warn of. */
    List<Warning> rehearse(Change change, Planning plan, Locked locked, Instant at) {
        var warnings = new ArrayList<Warning>();
        savepoint.executeWithoutResult(status -> {
            warnings.addAll(write(change, plan, locked, at));
            status.setRollbackOnly();
        });
        return warnings;
    }

    /** Plans a change again; applies it where the register says what it said when the change was entered. */
    Change decide(Change change, Locked locked, @Nullable String officer, Instant at) {
        var conflicts = conflicts(change, locked);
        if (!conflicts.isEmpty()) {
            return change.decided(ChangeState.CONFLICTED, officer, at, null, conflicts);
        }
        var plan = plan(change.wanted(), locked, Numbers.again(change.numbers()), village -> true);
        change.wanted().plan(plan);
        var warnings = apply(change, plan, locked, officer, at);
        return change.decided(ChangeState.APPLIED, officer, at, null, List.of()).warned(warnings);
    }

    /** What differs in the register from what the change was entered against. */
    List<Conflict> conflicts(Change change, Locked locked) {
        Map<Line.Place, Line> now;
        try {
            var plan = plan(change.wanted(), locked, Numbers.again(change.numbers()), village -> true);
            change.wanted().plan(plan);
            plan.requireNoFlaw();
            now = byPlace(plan.lines());
        } catch (Refusals.ChangeNotValid | Refusals.HouseholdUnknown | Refusals.HouseholdRemoved | Refusals.NothingToChange
                | Refusals.NotYetPossible | Refusals.RegisteredElsewhere e) {
            return touchedSince(change, locked);
        }
        var then = byPlace(change.lines());
        var places = new LinkedHashSet<>(then.keySet());
        places.addAll(now.keySet());
        return places.stream().filter(place -> differ(then.get(place), now.get(place)))
                .map(place -> conflict(place, locked)).toList();
    }

    private static boolean differ(@Nullable Line then, @Nullable Line now) {
        return then == null || now == null || !Objects.equals(then.oldValue(), now.oldValue());
    }

    private static Map<Line.Place, Line> byPlace(List<Line> lines) {
        return lines.stream().collect(Collectors.toMap(Line::place, Function.identity(), (one, other) -> other,
                LinkedHashMap::new));
    }

    private static Conflict conflict(Line.Place place, Locked locked) {
        var household = locked.household(place.household());
        var member = household.stream().flatMap(it -> it.members().stream())
                .filter(it -> it.person().equals(place.person())).findFirst();
        var by = member.map(Locked.LockedMember::by).or(() -> household.map(Locked.LockedHousehold::by)).orElse(null);
        var at = member.map(Locked.LockedMember::at).or(() -> household.map(Locked.LockedHousehold::at)).orElse(null);
        return new Conflict(place.household(), place.person(), place.year(), place.field(), by,
                at == null ? null : at.toString());
    }

    /** Whatever was changed since, where the change no longer makes sense at all. */
    private static List<Conflict> touchedSince(Change change, Locked locked) {
        var found = new ArrayList<Conflict>();
        for (var household : locked.households().values()) {
            if (household.at().isAfter(change.enteredAt())) {
                found.add(new Conflict(household.number(), null, null, null, household.by(), household.at().toString()));
            }
            household.members().stream().filter(member -> member.at().isAfter(change.enteredAt()))
                    .forEach(member -> found.add(new Conflict(household.number(), member.person(), null, null, member.by(),
                            member.at().toString())));
        }
        return found.isEmpty() ? List.of(new Conflict(change.main().household(), null, null, null, null, null)) : found;
    }

    private List<Warning> write(Change change, Planning plan, Locked locked, Instant at) {
        var from = change.wanted().effectiveOn();
        var days = new ArrayList<LocalDate>();
        days.add(from);
        days.addAll(states.daysAfter(locked, from));
        var before = days.stream().map(day -> day.equals(from) ? plan.state() : states.state(locked, day)).toList();
        var counted = figures.before(locked.ids(), locked.personIds());
        var added = writing.write(plan.steps(), from, change.enteredBy(), at);
        counted.after(added, at);
        telling.tell(locked.ids(), added);
        var all = new ArrayList<>(locked.ids());
        all.addAll(added);
        var warnings = new LinkedHashSet<Warning>();
        for (int i = 0; i < days.size(); i++) {
            var worsened = rules.worsened(before.get(i), states.state(locked, all, days.get(i)), from);
            if (!worsened.refusals().isEmpty()) {
                throw new Refusals.RulesBroken(worsened.refusals());
            }
            warnings.addAll(worsened.warnings());
        }
        return List.copyOf(warnings);
    }
}
