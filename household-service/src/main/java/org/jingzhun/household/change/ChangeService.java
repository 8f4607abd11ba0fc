package org.jingzhun.household.change;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.jingzhun.household.duplicate.ElsewhereNotices;
import org.jingzhun.starter.access.Caller;
import org.jingzhun.starter.access.Scope;
import org.jingzhun.starter.audit.Audit;
import org.jingzhun.starter.audit.Subject;
import org.jingzhun.starter.database.RetryDeadlocks;
import org.jingzhun.starter.web.IfMatch;
import org.jingzhun.starter.web.IfMatchMissing;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Enters, approves, refuses and takes back changes; each with its audit entry in one transaction. */
@Service
class ChangeService {

    static final String ACROSS_COUNTIES = "across-counties";
    static final String LONG_AGO = "long-ago";

    /** The job sees every division. */
    private static final Scope EVERYWHERE = Scope.Ranges.under("");

    private final Changes changes;
    private final RegisterReading reading;
    private final Applying applying;
    private final FourEyes fourEyes;
    private final Windows windows;
    private final Sight sight;
    private final Audit audit;
    private final ElsewhereNotices notices;
    private final Clock clock;
    private final ChangeSettings settings;

    ChangeService(Changes changes, RegisterReading reading, Applying applying, FourEyes fourEyes, Windows windows, Sight sight,
            Audit audit, ElsewhereNotices notices, Clock clock, ChangeSettings settings) {
        this.changes = changes;
        this.reading = reading;
        this.applying = applying;
        this.fourEyes = fourEyes;
        this.windows = windows;
        this.sight = sight;
        this.audit = audit;
        this.notices = notices;
        this.clock = clock;
        this.settings = settings;
    }

    /** Enters a change, and applies it at once unless it needs a second officer or an open window. Gives its number. */
    @Transactional
    public String enter(Action wanted, @Nullable IfMatch ifMatch, Scope scope, Scope sensitive, Caller caller) {
        if (wanted.effectiveOn().isAfter(today())) {
            throw new Refusals.EffectiveInFuture();
        }
        var locked = reading.lock(wanted.existing(), wanted.persons());
        requireSeen(wanted, locked, ifMatch, scope);
        var plan = applying.plan(wanted, locked, Numbers.fresh(), scope::covers);
        var main = wanted.plan(plan);
        plan.requireNoFlaw();
        if (plan.steps().isEmpty()) {
            throw new Refusals.NothingToChange();
        }
        sight.require(plan, main, sensitive);
        addMatters(wanted, plan, main);
        var villages = Stream.concat(Stream.of(main.village()), plan.partner().map(Draft.Partner::village).stream()).toList();
        var needed = fourEyes.need(plan.matters(), villages);
        var open = windows.areOpen(plan.matters(), main.village());
        var state = !open ? ChangeState.WAITING : needed ? ChangeState.PENDING : ChangeState.APPLIED;
        var now = now();
        var change = new Change(Numbers.random("C"), wanted, main, plan.partner().orElse(null), plan.matters(),
                plan.numbers().given(), plan.lines(), needed, state, caller.account(), now, null,
                state == ChangeState.APPLIED ? now : null, null, List.of(), 0, List.of());
        changes.add(change);
        changes.warn(change, state == ChangeState.APPLIED
                ? applying.apply(change, plan, locked, null, now)
                : applying.rehearse(change, plan, locked, now));
        record(caller, state == ChangeState.APPLIED ? "change.applied" : "change.entered", change);
        return change.number();
    }

    /** Approves what another officer entered, and applies it; or finds that the register changed under it. */
    @Transactional
    @RetryDeadlocks
    public Change approve(String number, Scope scope, Caller caller) {
        var seen = changes.find(number, scope).orElseThrow(Refusals.ChangeUnknown::new);
        seen.receiving().filter(village -> !scope.covers(village)).ifPresent(village -> {
            throw new Refusals.ReceivingCountyRequired();
        });
        var locked = reading.lock(seen.wanted().existing(), seen.wanted().persons());
        var change = changes.lock(number).orElseThrow(Refusals.ChangeUnknown::new);
        change.requireApprovableBy(caller.account());
        var decided = applying.decide(change, locked, caller.account(), now());
        changes.decide(decided);
        record(caller, decided.state() == ChangeState.APPLIED ? "change.approved" : "change.conflicted", decided);
        return decided;
    }

    /** Refuses a change: the register stays as it is. */
    @Transactional
    @RetryDeadlocks
    public Change refuse(String number, String why, Scope scope, Caller caller) {
        var seen = changes.find(number, scope).orElseThrow(Refusals.ChangeUnknown::new);
        var change = changes.lock(seen.number()).orElseThrow(Refusals.ChangeUnknown::new);
        change.requireOpen();
        var refused = change.decided(ChangeState.REFUSED, caller.account(), now(), why, List.of());
        changes.decide(refused);
        record(caller, "change.refused", refused);
        return refused;
    }

    /** Takes back what one entered oneself. */
    @Transactional
    @RetryDeadlocks
    public Change withdraw(String number, Scope scope, Caller caller) {
        var seen = changes.find(number, scope).orElseThrow(Refusals.ChangeUnknown::new);
        var change = changes.lock(seen.number()).orElseThrow(Refusals.ChangeUnknown::new);
        change.requireOpen();
        if (!change.enteredBy().equals(caller.account())) {
            throw new Refusals.NotYoursToWithdraw();
        }
        var withdrawn = change.decided(ChangeState.WITHDRAWN, caller.account(), now(), null, List.of());
        changes.decide(withdrawn);
        record(caller, "change.withdrawn", withdrawn);
        return withdrawn;
    }

    /** A change that waits, once its window is open: it is applied, or goes to a second officer. */
    @Transactional
    @RetryDeadlocks
    public void windowOpened(String number) {
        var waiting = changes.find(number, EVERYWHERE).orElseThrow(Refusals.ChangeUnknown::new);
        var locked = reading.lock(waiting.wanted().existing(), waiting.wanted().persons());
        var change = changes.lock(number).orElseThrow(Refusals.ChangeUnknown::new);
        if (change.state() != ChangeState.WAITING) {
            return;
        }
        var conflicts = applying.conflicts(change, locked);
        var next = change.fourEyes() && conflicts.isEmpty()
                ? change.pending()
                : applying.decide(change, locked, null, now());
        changes.decide(next);
        audit.recordJob(change.enteredBy(), "change." + switch (next.state()) {
            case PENDING -> "window-opened";
            case APPLIED -> "applied";
            default -> "conflicted";
        }, subject(next), detail(next));
    }

    /** A change that cannot be applied though its window is open, for a reason that the checks gave. */
    @Transactional
    public void notApplicable(String number) {
        var change = changes.lock(number).orElseThrow(Refusals.ChangeUnknown::new);
        if (change.state() == ChangeState.WAITING) {
            var next = change.decided(ChangeState.CONFLICTED, null, now(), null,
                    List.of(new Conflict(change.main().household(), null, null, null, null, null)));
            changes.decide(next);
            audit.recordJob(change.enteredBy(), "change.conflicted", subject(next), detail(next));
        }
    }

    /** The county that has the person learns of it by a notice and its audit; the officer only learns that it is elsewhere. */
    @Transactional
    public void tellOfDuplicate(Refusals.RegisteredElsewhere refusal, Caller caller, Action wanted) {
        var village = refusal.village();
        audit.record(caller, "change.registered-elsewhere",
                village == null ? Subject.of("person", refusal.person()) : Subject.in(village, "person", refusal.person()),
                Map.of("action", wanted.name()));
        claimant(wanted).ifPresent(
                claimant -> notices.tell("person", refusal.person(), village, claimant, ElsewhereNotices.Way.CHANGE));
    }

    /** The village that wants the person. */
    private Optional<String> claimant(Action wanted) {
        if (wanted instanceof AddHousehold added) {
            return Optional.of(added.village());
        }
        return wanted.existing().stream().findFirst()
                .flatMap(household -> reading.lock(List.of(household), List.of()).household(household))
                .map(Locked.LockedHousehold::village);
    }

    private static void requireSeen(Action wanted, Locked locked, @Nullable IfMatch ifMatch, Scope scope) {
        if (wanted.existing().isEmpty()) {
            return;
        }
        var main = locked.household(wanted.existing().getFirst()).filter(it -> scope.covers(it.village()))
                .orElseThrow(Refusals.HouseholdUnknown::new);
        if (ifMatch == null) {
            throw new IfMatchMissing();
        }
        ifMatch.require(main.version());
    }

    private void addMatters(Action wanted, Planning plan, Action.Main main) {
        plan.partner().filter(partner -> !plan.county(partner.village()).equals(plan.county(main.village())))
                .ifPresent(partner -> plan.matter(ACROSS_COUNTIES));
        if (wanted.effectiveOn().isBefore(today().minusDays(settings.daysBack()))) {
            plan.matter(LONG_AGO);
        }
    }

    private void record(Caller caller, String action, Change change) {
        audit.record(caller, action, subject(change), detail(change));
        var partner = change.partner();
        if (partner != null && !partner.village().equals(change.main().village())) {
            audit.record(caller, action, Subject.in(partner.village(), "household",
                    Objects.requireNonNullElse(partner.household(), change.main().household())), detail(change));
        }
    }

    private static Subject subject(Change change) {
        return Subject.in(change.main().village(), "household", change.main().household());
    }

    private static Map<String, Object> detail(Change change) {
        var fields = new ArrayList<>(change.lines().stream().map(Line::field).distinct().toList());
        return Map.of("change", change.number(), "action", change.wanted().name(), "fields", String.join(",", fields));
    }

    /** Now, as exactly as the database keeps it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
