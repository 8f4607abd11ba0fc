package org.jingzhun.household.snapshot;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jingzhun.household.history.Moment;
import org.jspecify.annotations.Nullable;

/**
 * A snapshot of a county: {@code TAKING} until {@code DONE}; its totals count what is in it.
 *
 * @param asOf the last day of its year
 * @param knownAt as it was known when it was ordered
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Snapshot(@JsonIgnore long id, String number, String area, int year, LocalDate asOf, OffsetDateTime knownAt, String state,
        @JsonIgnore String afterVillage, int households, int persons, String orderedBy, @Nullable OffsetDateTime finishedAt,
        @JsonIgnore int version) {

    static final String TAKING = "TAKING";
    static final String DONE = "DONE";

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    @JsonIgnore
    boolean isDone() {
        return state.equals(DONE);
    }

    @JsonIgnore
    Moment moment() {
        return new Moment(asOf, knownAt.toInstant());
    }

    static OffsetDateTime local(LocalDateTime utc) {
        return utc.atOffset(ZoneOffset.UTC).atZoneSameInstant(ZONE).toOffsetDateTime();
    }
}
