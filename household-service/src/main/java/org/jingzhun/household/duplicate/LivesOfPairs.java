package org.jingzhun.household.duplicate;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

import org.jingzhun.household.duplicate.Standing.Place;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes what became of a pair into the lives of its persons and households. */
@Component
class LivesOfPairs {

    private final JdbcClient jdbc;

    LivesOfPairs(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param day from which on it holds */
    Writing of(Candidate pair, LocalDate day, String approvedBy, Instant at) {
        return new Writing(pair, day, approvedBy, LocalDateTime.ofInstant(at, ZoneOffset.UTC));
    }

    /** The events of one judgement. */
    final class Writing {

        private final Candidate pair;
        private final LocalDate day;
        private final String approvedBy;
        private final LocalDateTime at;

        Writing(Candidate pair, LocalDate day, String approvedBy, LocalDateTime at) {
            this.pair = pair;
            this.day = day;
            this.approvedBy = approvedBy;
            this.at = at;
        }

        void event(String action, Place of, @Nullable String person, Place other, @Nullable String fields) {
            jdbc.sql("""
                    insert into register_event (number, action, effective_on, recorded_at, household, village, person, other_household,
                           other_village, fields, reason, evidence, entered_by, approved_by)
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """).param(Numbers.random("E")).param(action).param(day).param(at)
                    .param(of.householdNumber()).param(of.village()).param(person).param(other.householdNumber())
                    .param(other.village()).param(fields).param(pair.reason()).param(pair.number()).param(pair.decidedBy())
                    .param(approvedBy).update();
        }
    }
}
