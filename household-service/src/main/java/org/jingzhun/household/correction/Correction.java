package org.jingzhun.household.correction;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** A correction: what is to change and why, who entered it, and what became of it. */
record Correction(String number, String household, String village, List<Change> changes, String reason, @Nullable String evidence,
        CorrectionState state, boolean fourEyes, String enteredBy, Instant enteredAt, @Nullable String decidedBy,
        @Nullable Instant decidedAt, @Nullable String refusal, int version) {

    /** Nobody approves what he entered. */
    Correction approve(String officer, Instant at) {
        requirePending();
        if (officer.equals(enteredBy)) {
            throw new SecondOfficerRequired();
        }
        return decided(CorrectionState.APPLIED, officer, at, null);
    }

    /** Whoever may approve may refuse, his own correction too. */
    Correction refuse(String officer, Instant at, String why) {
        requirePending();
        return decided(CorrectionState.REFUSED, officer, at, why);
    }

    private void requirePending() {
        if (state != CorrectionState.PENDING) {
            throw new CorrectionDecided();
        }
    }

    private Correction decided(CorrectionState next, String officer, Instant at, @Nullable String why) {
        return new Correction(number, household, village, changes, reason, evidence, next, fourEyes, enteredBy, enteredAt,
                officer, at, why,
                version + 1);
    }
}
