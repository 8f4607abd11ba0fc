package org.jingzhun.relocation.settlement;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * What is kept of a settlement.
 *
 * @param place where it is, in words
 * @param borderDistance shortest way from the settlement to the boundary line, in kilometres
 * @param borderBand what that distance was when it was written: another policy does not move what stands
 * @param buildingArea of all dwellings, in square metres; null while it is being planned
 * @param capacityHouseholds how many households it is built for
 * @param capacityPersons how many people it is built for
 */
record Settlement(String name, SettlementKind kind, String place, BigDecimal borderDistance, BorderBand borderBand,
        @Nullable BigDecimal buildingArea, int capacityHouseholds, int capacityPersons, Set<Facility> facilities) {

    private static final int METRES = 3;
    private static final int PARTS_OF_A_SQUARE_METRE = 2;

    Settlement {
        borderDistance = borderDistance.setScale(METRES, RoundingMode.UNNECESSARY);
        buildingArea = buildingArea == null ? null : buildingArea.setScale(PARTS_OF_A_SQUARE_METRE, RoundingMode.UNNECESSARY);
        var ordered = EnumSet.noneOf(Facility.class);
        ordered.addAll(facilities);
        facilities = Set.copyOf(ordered);
    }

    List<Facility> facilitiesInOrder() {
        return facilities.stream().sorted().toList();
    }
}
