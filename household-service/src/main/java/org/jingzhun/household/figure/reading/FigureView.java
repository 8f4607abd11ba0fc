package org.jingzhun.household.figure.reading;

import java.time.LocalDate;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A figure with its cells, and the position at which it was counted. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Figure")
record FigureView(String name, String area, String areaName, LocalDate asOf, LocalDate knownAt, @Nullable String type,
        @Schema(description = "How many movements of the counties of the area were ever counted; grows with each") long position,
        List<Cell> cells, @Nullable List<Division> divisions,
        @Nullable @Schema(description = "The division above, where it is yours to see") Division parent,
        @Nullable @Schema(description = "What you may not see") List<String> withheld) {

    /** One value and how many have it; without numbers where it is hidden. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "FigureCell")
    record Cell(@Schema(description = "Code, band of age, reason, or unknown; empty where there is one cell only") String cell,
            @Nullable Long households, @Nullable Long persons,
            @Nullable @Schema(description = "Below 5, or needed to hide such a cell") Boolean hidden) {}

    /** The same of another division. */
    @Schema(name = "FigureDivision")
    record Division(String division, String name, List<Cell> cells) {}
}
