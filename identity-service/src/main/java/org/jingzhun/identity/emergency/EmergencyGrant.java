package org.jingzhun.identity.emergency;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** A grant that an officer took for some hours, and what became of it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record EmergencyGrant(@JsonIgnore long number, String id, String account, String role, String department, String area,
        String reason,
        Instant takenAt, Instant endsAt, @Nullable Instant endedAt, @Nullable Instant reviewedAt, @Nullable String reviewedBy,
        @Nullable String remark) {

    boolean isRunning(Instant now) {
        return endedAt == null && now.isBefore(endsAt);
    }
}
