package org.jingzhun.relocation.settlement;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jingzhun.starter.ledger.Closing;
import org.jingzhun.starter.ledger.Kept;
import org.jspecify.annotations.Nullable;

/** A settlement in one of its versions. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SettlementView(String number, String division, int version, String name, SettlementKind kind, String place,
        BigDecimal borderDistance, BorderBand borderBand, @Nullable BigDecimal buildingArea, int capacityHouseholds,
        int capacityPersons, List<Facility> facilities, @Nullable Closing closing, Instant changedAt, String changedBy) {

    static SettlementView of(Kept<Settlement> kept) {
        var settlement = kept.content();
        return new SettlementView(kept.number(), kept.division(), kept.version(), settlement.name(), settlement.kind(),
                settlement.place(), settlement.borderDistance(), settlement.borderBand(), settlement.buildingArea(),
                settlement.capacityHouseholds(), settlement.capacityPersons(), settlement.facilitiesInOrder(), kept.closing(),
                kept.changedAt(), kept.changedBy());
    }
}
