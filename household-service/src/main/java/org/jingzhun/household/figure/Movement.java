package org.jingzhun.household.figure;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/** Households and persons that from a day on are, or are no longer, of a kind in a village. */
public record Movement(Kind kind, LocalDate day, int households, int persons) {

    /**
     * What moves.
     *
     * @param type of the household; empty where it is not known or not kept apart
     * @param cell the code, or the birth date; empty where it is not known
     * @param reason only in the stock of the poor
     */
    public record Kind(String village, Measure measure, String type, String cell, @Nullable Reason reason) {}
}
