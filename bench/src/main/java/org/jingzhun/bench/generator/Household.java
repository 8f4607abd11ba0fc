package org.jingzhun.bench.generator;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * An invented household 【户】: the head first, then the members.
 *
 * @param fortune  0 to 1: what income and help follow
 * @param exitYear  in which a registered household leaves poverty 【脱贫】
 * @param risk  what brought it under monitoring 【防返贫监测】, if anything did
 */
record Household(String number, Divisions.Village village, String hamlet, Kind kind, List<Person> members, double fortune,
        int exitYear, @Nullable LocalDate identified, @Nullable String cause, @Nullable Risk risk) {

    Person head() {
        return members.getFirst();
    }

    enum Kind {
        /** Registered as poor 【建档立卡】. */
        REGISTERED,
        /** Never registered, but monitored. */
        MONITORED,
        /** Neither 【一般户】. */
        GENERAL
    }

    record Risk(String kind, LocalDate identified, @Nullable LocalDate eliminated) {}
}
