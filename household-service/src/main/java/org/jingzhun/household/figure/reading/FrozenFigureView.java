package org.jingzhun.household.figure.reading;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A figure as it was frozen, beside what the register says of the same day now; without cells where a county is missing. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "FrozenFigure")
record FrozenFigureView(String name, String area, String areaName, int year, LocalDate asOf, @Nullable String type,
        @Nullable @Schema(description = "When the last snapshot of its counties was ordered") OffsetDateTime knownAt,
        @Nullable @Schema(description = "Of what the register says now; left out where that is not told") Long position,
        @Nullable List<Cell> cells,
        @Nullable @Schema(description = "Counties without frozen figures of the year; there are no cells then") List<Missing> missing,
        @Nullable List<Division> divisions, @Nullable @Schema(description = "What you may not see") List<String> withheld) {

    /** One value: as it was frozen, as it is told of that day now, and what was corrected between. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "FrozenCell")
    record Cell(@Schema(description = "Code, band of age, or unknown; empty where there is one cell only") String cell,
            @Nullable Numbers frozen, @Nullable Numbers present, @Nullable Numbers corrected,
            @Nullable @Schema(description = "Below 5, or needed to hide such a cell") Boolean hidden) {}

    /** Persons, and households where the figure counts them. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "FrozenNumbers")
    record Numbers(@Nullable Long households, long persons) {}

    /** A county of which no figures are frozen. */
    @Schema(name = "MissingCounty")
    record Missing(String county, String name) {}

    /** The same of a division below. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "FrozenDivision")
    record Division(String division, String name, @Nullable List<Cell> cells, @Nullable List<Missing> missing) {}
}
