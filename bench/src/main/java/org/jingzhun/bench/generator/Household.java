package org.jingzhun.bench.generator;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * An invented household 【户】: the head first, then the members.
 *
 * @param fortune  0 to 1: what income and help follow
 * @param founders  how many members it had when it was registered
 * @param exitYear  in which a registered household leaves poverty 【脱贫】
 * @param risk  what brought it under monitoring 【防返贫监测】, if anything did
 */
record Household(String number, Divisions.Village village, String hamlet, Kind kind, List<Person> members, double fortune,
        int founders, int exitYear, @Nullable LocalDate identified, @Nullable String cause, @Nullable Risk risk) {

    Person head() {
        return members.getFirst();
    }

    Household with(List<Person> others) {
        return new Household(number, village, hamlet, kind, others, fortune, founders, exitYear, identified, cause, risk);
    }

    Household in(Divisions.Village otherVillage, String otherHamlet) {
        return new Household(number, otherVillage, otherHamlet, kind, members, fortune, founders, exitYear, identified, cause,
                risk);
    }

    Household under(Risk newRisk, @Nullable String newCause) {
        return new Household(number, village, hamlet, kind == Kind.GENERAL ? Kind.MONITORED : kind, members, fortune, founders,
                exitYear, identified == null ? newRisk.identified : identified, cause == null ? newCause : cause, newRisk);
    }

    /** What it is in a year: whoever comes under monitoring later is an ordinary household until then. */
    Kind kind(int year) {
        return kind == Kind.MONITORED && identified != null && identified.getYear() > year ? Kind.GENERAL : kind;
    }

    /** What it is under monitoring for in a year. */
    @Nullable
    Risk risk(int year) {
        return risk == null || risk.identified.getYear() > year ? null : risk;
    }

    /** Chance that belongs to this household. */
    Dice dice(long... salt) {
        var seeds = new long[salt.length + 1];
        seeds[0] = Long.parseLong(number);
        System.arraycopy(salt, 0, seeds, 1, salt.length);
        return new Dice(seeds);
    }

    enum Kind {
        /** Registered as poor 【建档立卡】. */
        REGISTERED,
        /** Never registered, but monitored. */
        MONITORED,
        /** Neither 【一般户】. */
        GENERAL
    }

    record Risk(String kind, LocalDate identified, @Nullable LocalDate eliminated) {

        boolean over(int year) {
            return eliminated != null && eliminated.getYear() <= year;
        }
    }
}
