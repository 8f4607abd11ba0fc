package org.jingzhun.household.imports;

import java.util.Comparator;

/** A household, or with a row number a row of it. */
record DifferenceKey(int householdSeq, int rowNo) {

    static final Comparator<DifferenceKey> ORDER = Comparator.comparingInt(DifferenceKey::householdSeq)
            .thenComparingInt(DifferenceKey::rowNo);

    boolean isHousehold() {
        return rowNo == 0;
    }
}
