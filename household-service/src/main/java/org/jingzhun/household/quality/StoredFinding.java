package org.jingzhun.household.quality;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * A finding as it is stored.
 *
 * @param owner the account that was asked to mend it; null leaves it to the village
 * @param timesBack how often it has come back after it was fixed or exempted
 */
record StoredFinding(long id, String rule, String village, long householdId, String household, long personKey,
        @Nullable String person,
        String field, String arguments, State state, LocalDate foundOn, LocalDate lastSeenOn, int timesSeen, int timesBack,
        @Nullable LocalDate fixedOn, LocalDate dueOn, @Nullable String owner, @Nullable LocalDate exemptUntil,
        @Nullable String exemptReason, @Nullable String exemptBy, int version) {

    static final String COLUMNS = "f.id, f.rule, f.village, f.household_id, f.household, f.person_key, f.person, f.field, f.arguments,"
            + " f.state, f.found_on, f.last_seen_on, f.times_seen, f.times_back, f.fixed_on, f.due_on, f.owner, f.exempt_until,"
            + " f.exempt_reason, f.exempt_by, f.version";

    enum State {
        /** to be mended */
        OPEN,
        /** no longer found */
        FIXED,
        /** right as it is, until a day */
        EXEMPT
    }
}
