package org.jingzhun.household.duplicate;

import java.time.LocalDateTime;

import org.jspecify.annotations.Nullable;

/**
 * Two persons who may be one.
 *
 * @param first the smaller of the two numbers
 * @param firstVillage where he lived when the pair was found
 * @param keep whose number stays, where a merge is proposed or done
 * @param decidedVersions of both persons and of their places when one officer had judged
 * @param refusal why the last judgement was not approved
 */
record Candidate(long id, String number, String first, String second, String firstVillage, String secondVillage, int score,
        String parts, String ruleVersion, CandidateState state, LocalDateTime foundAt, @Nullable String keep,
        @Nullable String reason, @Nullable String decidedBy, @Nullable LocalDateTime decidedAt,
        @Nullable String decidedVersions, @Nullable String approvedBy, @Nullable LocalDateTime approvedAt,
        @Nullable String refusal, int version) {

    boolean isProposed() {
        return state == CandidateState.MERGE_PROPOSED || state == CandidateState.NOT_SAME_PROPOSED
                || state == CandidateState.SEPARATION_PROPOSED;
    }

    /** Whether their entries are one at present. */
    boolean isMerged() {
        return state == CandidateState.MERGED || state == CandidateState.SEPARATION_PROPOSED;
    }

    /** The one whose number does not stay. */
    String merged() {
        return first.equals(keep) ? second : first;
    }
}
