package org.jingzhun.household.quality;

import java.time.LocalDate;
import java.time.LocalDateTime;

import org.jingzhun.starter.access.CodeRange;
import org.jspecify.annotations.Nullable;

/**
 * A run of the rules over the stored register 【数据质量检查】.
 *
 * @param position the last village that is done, then the last rule across households
 * @param total households of the area when the run began
 * @param notJudged rules that were left out, between commas
 */
record QualityRun(long id, String number, String area, String account, State state, Phase phase, LocalDate runOn, String position,
        int total, int households, int persons, int found, int opened, int closed, int failures, LocalDateTime createdAt,
        @Nullable LocalDateTime startedAt, @Nullable LocalDateTime finishedAt, int version, String notJudged) {

    static final String COLUMNS = "id, number, area, account, state, phase, run_on, position, total, households, persons, found, opened,"
            + " closed, failures, created_at, started_at, finished_at, version, not_judged";

    enum State {
        WAITING, RUNNING, DONE, CANCELLED, FAILED;

        boolean isOver() {
            return this != WAITING && this != RUNNING;
        }
    }

    enum Phase {
        /** the villages, one after the other */
        VILLAGES,
        /** the rules across households */
        ACROSS,
        /** nothing is left */
        OVER
    }

    CodeRange range() {
        return CodeRange.under(area);
    }
}
