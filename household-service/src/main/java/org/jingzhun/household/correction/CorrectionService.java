package org.jingzhun.household.correction;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

import org.jingzhun.household.codelist.CodeLists;
import org.jingzhun.household.correction.CorrectionController.NewCorrection;
import org.jingzhun.household.correction.CorrectionController.WantedChange;
import org.jingzhun.household.correction.CorrectionNotValid.Flaw;
import org.jingzhun.household.correction.ValueKind.ValueNotValid;
import org.jingzhun.household.register.SensitiveWithheld;
import org.jingzhun.household.register.Sensitivity;
import org.jingzhun.starter.access.Caller;
import org.jingzhun.starter.access.Scope;
import org.jingzhun.starter.audit.Audit;
import org.jingzhun.starter.audit.Subject;
import org.jingzhun.starter.database.RetryDeadlocks;
import org.jingzhun.starter.web.IfMatch;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Enters, approves and refuses corrections; each with its audit entry in one transaction. */
@Service
class CorrectionService {

    private final Corrections corrections;
    private final RegisterWriting register;
    private final RegisterCheck check;
    private final CodeLists lists;
    private final Sensitivity sensitivity;
    private final Audit audit;
    private final Clock clock;

    CorrectionService(Corrections corrections, RegisterWriting register, RegisterCheck check, CodeLists lists,
            Sensitivity sensitivity,
            Audit audit, Clock clock) {
        this.corrections = corrections;
        this.register = register;
        this.check = check;
        this.lists = lists;
        this.sensitivity = sensitivity;
        this.audit = audit;
        this.clock = clock;
    }

    /** Enters a correction, and applies it at once unless a field needs a second officer. Gives its number. */
    @Transactional
    public String enter(NewCorrection wanted, IfMatch ifMatch, Scope scope, Scope sensitive, Caller caller) {
        var household = register.lock(wanted.household(), scope).orElseThrow(HouseholdUnknown::new);
        ifMatch.require(household.version());
        var changes = changes(wanted, household);
        requireSight(changes, household, sensitive);
        requireRules(household, changes);
        var fourEyes = corrections.needFourEyes(changes.stream().map(Change::fourEyesField).toList(), today());
        var now = clock.instant();
        var correction = new Correction(corrections.newNumber(), household.number(), household.village(), changes,
                wanted.reason().strip(),
                wanted.evidence(), fourEyes ? CorrectionState.PENDING : CorrectionState.APPLIED, fourEyes, caller.account(), now,
                null, null,
                null, 0);
        corrections.add(correction);
        if (!fourEyes) {
            register.write(household, changes, caller.account(), now);
        }
        record(caller, fourEyes ? "correction.entered" : "correction.applied", correction);
        return correction.number();
    }

    /** Approves what another officer entered, and applies it. */
    @Transactional
    @RetryDeadlocks
    public Correction approve(String number, Scope scope, Caller caller) {
        var seen = corrections.find(number, scope).orElseThrow(CorrectionNotFound::new);
        var household = register.lock(seen.household(), scope).orElseThrow(CorrectionNotFound::new);
        var approved = corrections.lock(number).orElseThrow(CorrectionNotFound::new).approve(caller.account(), clock.instant());
        for (var change : approved.changes()) {
            var current = household.value(change.person(), change.field());
            if (!new Change(null, change.field(), current, change.oldValue()).isNone() || isGone(household, change)) {
                throw new ValueChangedMeanwhile();
            }
        }
        requireRules(household, approved.changes());
        register.write(household, approved.changes(), approved.enteredBy(), clock.instant());
        corrections.decide(approved);
        record(caller, "correction.approved", approved);
        return approved;
    }

    /** Refuses a correction: the register stays as it is. */
    @Transactional
    @RetryDeadlocks
    public Correction refuse(String number, String why, Scope scope, Caller caller) {
        var seen = corrections.find(number, scope).orElseThrow(CorrectionNotFound::new);
        register.lock(seen.household(), scope); // the same order of locks as in an approval
        var refused = corrections.lock(number).orElseThrow(CorrectionNotFound::new).refuse(caller.account(), clock.instant(),
                why);
        corrections.decide(refused);
        record(caller, "correction.refused", refused);
        return refused;
    }

    private List<Change> changes(NewCorrection wanted, LockedHousehold household) {
        var changes = new ArrayList<Change>();
        var flaws = new ArrayList<Flaw>();
        var seen = new HashSet<String>();
        for (int i = 0; i < wanted.all().size(); i++) {
            var one = wanted.all().get(i);
            var pointer = i == 0 ? "" : "/together/" + (i - 1);
            var change = change(one, household, pointer, flaws);
            if (change != null && !seen.add(change.person() + "/" + change.field())) {
                flaws.add(new Flaw(pointer + "/field", "value.twice", List.of()));
            } else if (change != null) {
                changes.add(change);
            }
        }
        if (!flaws.isEmpty()) {
            throw new CorrectionNotValid(flaws);
        }
        if (changes.stream().anyMatch(Change::isNone)) {
            throw new NothingToCorrect();
        }
        return changes;
    }

    private @Nullable Change change(WantedChange wanted, LockedHousehold household, String pointer, List<Flaw> flaws) {
        var field = CorrectableField.of(wanted.field()).orElse(null);
        if (field == null) {
            flaws.add(new Flaw(pointer + "/field", "value.field", List.of()));
            return null;
        }
        var person = wanted.person();
        if ((field.target() == Target.HOUSEHOLD) != (person == null)
                || (person != null && household.member(person).isEmpty())) {
            flaws.add(new Flaw(pointer + "/person", field.target() == Target.HOUSEHOLD ? "value.no-person" : "value.person",
                    List.of()));
            return null;
        }
        var value = wanted.value();
        if (value == null || value.isNull()) {
            if (field.isRequired()) {
                flaws.add(new Flaw(pointer + "/value", "value.required", List.of()));
                return null;
            }
            return new Change(person, field, household.value(person, field), null);
        }
        try {
            return new Change(person, field, household.value(person, field), field.kind().read(value, lists, today()));
        } catch (ValueNotValid refusal) {
            flaws.add(new Flaw(pointer + "/value", refusal.message(), refusal.arguments()));
            return null;
        }
    }

    /** Who may not see a value may not change it either: the refusal of an equal value would tell it. */
    private void requireSight(List<Change> changes, LockedHousehold household, Scope sensitive) {
        if (sensitive.covers(household.village())) {
            return;
        }
        for (var change : changes) {
            var child = change.person() != null
                    && household.member(change.person()).filter(member -> sensitivity.isChild(member.born())).isPresent();
            if (child || isSensitive(change)) {
                throw new SensitiveWithheld();
            }
        }
    }

    private boolean isSensitive(Change change) {
        return switch (change.field()) {
            case HEALTH -> true;
            case RESIDENT_ID -> isCertificate(change.oldValue()) || isCertificate(change.newValue());
            case MAIN_CAUSE -> sensitivity.tellsOfHealth(change.oldValue()) || sensitivity.tellsOfHealth(change.newValue());
            default -> false;
        };
    }

    private static boolean isCertificate(@Nullable String document) {
        return document != null && document.length() > 18;
    }

    private void requireRules(LockedHousehold household, List<Change> changes) {
        for (var change : changes) {
            if (change.field() == CorrectableField.RESIDENT_ID && change.person() != null && change.newValue() != null
                    && register.isRegistered(change.newValue(), change.person())) {
                throw new RegisteredElsewhere();
            }
        }
        var findings = check.worsened(household, household.with(changes), today());
        if (!findings.isEmpty()) {
            throw new RulesBroken(findings);
        }
    }

    private static boolean isGone(LockedHousehold household, Change change) {
        return change.person() != null && household.member(change.person()).isEmpty();
    }

    private void record(Caller caller, String action, Correction correction) {
        audit.record(caller, action, Subject.in(correction.village(), "household", correction.household()),
                Map.of("correction", correction.number(), "fields",
                        String.join(",", correction.changes().stream().map(change -> change.field().key()).toList())));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
