package org.jingzhun.relocation.settlement;

import java.math.BigDecimal;
import java.util.Set;

import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** A settlement as an officer enters it; no names of persons in it. */
record WantedSettlement(@NotNull @Pattern(regexp = "[A-Z0-9][A-Z0-9-]{3,31}") String number,
        @NotNull @Pattern(regexp = "[0-9]{12}") String division, @NotBlank @Size(max = 60) String name,
        @NotNull SettlementKind kind, @NotBlank @Size(max = 120) String place,
        @NotNull @DecimalMin("0") @Digits(integer = 4, fraction = 3) BigDecimal borderDistance,
        @Nullable @DecimalMin("0") @Digits(integer = 9, fraction = 2) BigDecimal buildingArea,
        @PositiveOrZero @Max(100_000) int capacityHouseholds, @PositiveOrZero @Max(1_000_000) int capacityPersons,
        @NotNull Set<@NotNull Facility> facilities) {

    Settlement content(BorderBands bands) {
        return new Settlement(name.strip(), kind, place.strip(), borderDistance, bands.at(borderDistance), buildingArea,
                capacityHouseholds, capacityPersons, facilities);
    }
}
