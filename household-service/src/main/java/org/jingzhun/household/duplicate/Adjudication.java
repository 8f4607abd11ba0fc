package org.jingzhun.household.duplicate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jingzhun.household.duplicate.Standing.Both;
import org.jingzhun.starter.access.Caller;
import org.jingzhun.starter.access.Scope;
import org.jingzhun.starter.audit.Audit;
import org.jingzhun.starter.audit.Subject;
import org.jingzhun.starter.database.RetryDeadlocks;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Judges pairs 【查重裁定】: one officer says what they are, another one approves or refuses it. */
@Service
class Adjudication {

    private final Candidates candidates;
    private final Standing standing;
    private final Merging merging;
    private final Separating separating;
    private final Audit audit;

    Adjudication(Candidates candidates, Standing standing, Merging merging, Separating separating, Audit audit) {
        this.candidates = candidates;
        this.standing = standing;
        this.merging = merging;
        this.separating = separating;
        this.audit = audit;
    }

    /** The first officer's judgement, also that a merge was wrong. Nothing changes in the register. */
    @Transactional
    @RetryDeadlocks
    public void decide(String number, Verdict verdict, @Nullable String keep, String reason, Scope scope, Caller caller) {
        var pair = locked(number, scope);
        if (pair.state() == CandidateState.MERGED && verdict == Verdict.NOT_SAME && keep == null) {
            proposeSeparation(pair, reason, caller);
            return;
        }
        if (pair.state() != CandidateState.OPEN) {
            throw new Refusals.InOtherState();
        }
        var same = verdict == Verdict.SAME;
        if (same ? !List.of(pair.first(), pair.second()).contains(String.valueOf(keep)) : keep != null) {
            throw new Refusals.KeepUnclear();
        }
        var both = standing.lock(pair.first(), pair.second());
        candidates.propose(pair, same ? CandidateState.MERGE_PROPOSED : CandidateState.NOT_SAME_PROPOSED, keep, reason,
                caller.account(), both.versions());
        tell(caller, same ? "duplicate.merge-proposed" : "duplicate.not-same-proposed", pair, both, keep);
    }

    /** Refused at once where it could not be approved either. */
    private void proposeSeparation(Candidate pair, String reason, Caller caller) {
        var both = standing.lockWherever(pair.first(), pair.second());
        separating.requirePossible(pair, both);
        candidates.propose(pair, CandidateState.SEPARATION_PROPOSED, pair.keep(), reason, caller.account(), both.versions());
        tell(caller, "duplicate.separation-proposed", pair, both, pair.keep());
    }

    /** The second officer agrees: two persons stay two, or one person's entries become one, or two again. */
    @Transactional
    @RetryDeadlocks
    public void approve(String number, Scope scope, Caller caller) {
        var pair = proposed(number, scope, caller);
        var both = pair.isMerged()
                ? standing.lockWherever(pair.first(), pair.second())
                : standing.lock(pair.first(), pair.second());
        if (!both.versions().equals(pair.decidedVersions())) {
            throw new Refusals.ChangedMeanwhile();
        }
        var keep = pair.keep();
        if (pair.state() == CandidateState.MERGE_PROPOSED && keep != null) {
            merging.merge(pair, both.of(pair.merged()), both.of(keep), caller.account());
            candidates.conclude(pair, CandidateState.MERGED, caller.account(), null);
            tell(caller, "duplicate.merged", pair, both, keep);
        } else if (pair.state() == CandidateState.SEPARATION_PROPOSED) {
            separating.separate(pair, both, caller.account());
            candidates.conclude(pair, CandidateState.NOT_SAME, caller.account(), null);
            tell(caller, "duplicate.separated", pair, both, null);
        } else {
            candidates.conclude(pair, CandidateState.NOT_SAME, caller.account(), null);
            tell(caller, "duplicate.not-same", pair, both, null);
        }
    }

    /** The second officer disagrees: the pair is open again, or still merged. */
    @Transactional
    @RetryDeadlocks
    public void refuse(String number, String reason, Scope scope, Caller caller) {
        var pair = proposed(number, scope, caller);
        candidates.conclude(pair, pair.isMerged() ? CandidateState.MERGED : CandidateState.OPEN, caller.account(), reason);
        for (var village : List.of(pair.firstVillage(), pair.secondVillage()).stream().distinct().toList()) {
            audit.record(caller, "duplicate.refused", Subject.in(village, "duplicate", pair.number()));
        }
    }

    private Candidate proposed(String number, Scope scope, Caller caller) {
        var pair = locked(number, scope);
        if (!pair.isProposed()) {
            throw new Refusals.InOtherState();
        }
        if (caller.account().equals(pair.decidedBy())) {
            throw new Refusals.SecondOfficerRequired();
        }
        return pair;
    }

    /** Who sees neither of the two learns nothing of the pair; who sees one of them leaves it to the office above both. */
    private Candidate locked(String number, Scope scope) {
        var pair = candidates.lock(number).orElseThrow(Refusals.NotFound::new);
        var places = standing.of(List.of(pair.first(), pair.second())).values();
        var seen = places.stream().filter(place -> scope.covers(place.village())).count();
        if (seen == 0) {
            throw new Refusals.NotFound();
        }
        if (seen < 2) {
            throw new Refusals.OtherElsewhere();
        }
        return pair;
    }

    /** One entry for each of the two, so that each county and each person's page has it. */
    private void tell(Caller caller, String action, Candidate pair, Both both, @Nullable String keep) {
        for (var place : List.of(both.first(), both.second())) {
            Map<String, String> detail = new HashMap<>();
            detail.put("duplicate", pair.number());
            detail.put("household", place.householdNumber());
            if (keep != null) {
                detail.put("keep", keep);
            }
            audit.record(caller, action, Subject.in(place.village(), "person", place.person()), detail);
        }
    }
}
