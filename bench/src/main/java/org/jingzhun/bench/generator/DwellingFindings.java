package org.jingzhun.bench.generator;

import java.util.List;

import static org.jingzhun.bench.generator.FindingKind.planted;
import static org.jingzhun.bench.generator.FindingKind.value;
import static org.jingzhun.bench.generator.IncomeFindings.any;

/** Findings on house, land and supply, in list A. */
final class DwellingFindings {

    static final List<FindingKind> ALL = List.of(figure("road-far", Column.ROAD_DISTANCE, 7.5),
            figure("cultivated-area-out-of-range", Column.CULTIVATED, 130),
            figure("pasture-area-out-of-range", Column.PASTURE, 150),
            figure("water-area-out-of-range", Column.WATER_SURFACE, 120), figure("forest-area-out-of-range", Column.FOREST, 320),
            figure("fallow-area-out-of-range", Column.FALLOW, 240), figure("fruit-area-out-of-range", Column.FRUIT, 260),
            figure("housing-area-large", Column.HOUSING_AREA, 1_500),
            planted("housing-area-small", Template.A, any(),
                    row -> row.set(Column.HOUSING_AREA, new Cell.Figure(9.0 * row.household().members()))),
            empty("toilet-empty", Column.TOILET), empty("fuel-empty", Column.FUEL),
            empty("electricity-empty", Column.ELECTRICITY),
            empty("road-kind-empty", Column.ROAD_KIND), empty("cultivated-area-empty", Column.CULTIVATED),
            empty("housing-area-empty", Column.HOUSING_AREA),
            value("dangerous-house-not-monitored", Template.A, IncomeFindings::unwatched, Column.DANGEROUS_HOUSE, "是"));

    private DwellingFindings() {}

    private static FindingKind figure(String code, Column column, double value) {
        return planted(code, Template.A, any(), row -> row.set(column, new Cell.Figure(value)));
    }

    private static FindingKind empty(String code, Column column) {
        return value(code, Template.A, any(), column, "");
    }
}
