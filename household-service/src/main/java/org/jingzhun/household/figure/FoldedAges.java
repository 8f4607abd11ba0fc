package org.jingzhun.household.figure;

/**
 * How persons by birth date are folded: as sums of whole years of birth under the measure {@code age}, and by single dates under a measure of
 * each year. A figure of bands of age adds up the years, and the dates of those few years only in which a band begins or ends.
 */
public final class FoldedAges {

    /** Before the year of birth: the measure of its single dates. */
    public static final String MEASURE = "age-";

    private FoldedAges() {}

    /** What a movement is folded as: measure and cell, as expressions over the columns of {@code d}. */
    record Form(String measure, String cell, String which) {

        static final Form ALL_WITH_YEARS = new Form("d.measure", "if(d.measure = 'age', left(d.cell, 4), d.cell)", "");
        static final Form BIRTH_DATES = new Form("concat('" + MEASURE + "', left(d.cell, 4))", "d.cell",
                " and d.measure = 'age'");
    }
}
