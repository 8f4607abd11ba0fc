package org.jingzhun.relocation.settlement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

import org.jingzhun.starter.ledger.LedgerTable;
import org.jspecify.annotations.Nullable;

/** The table of settlements. */
class SettlementTable implements LedgerTable<Settlement> {

    @Override
    public String name() {
        return "settlement";
    }

    @Override
    public String kind() {
        return "settlement";
    }

    @Override
    public Map<String, @Nullable Object> columns(Settlement settlement) {
        var columns = new LinkedHashMap<String, @Nullable Object>();
        columns.put("name", settlement.name());
        columns.put("kind", settlement.kind().name());
        columns.put("place", settlement.place());
        columns.put("border_distance", settlement.borderDistance());
        columns.put("border_band", settlement.borderBand().name());
        columns.put("building_area", settlement.buildingArea());
        columns.put("capacity_households", settlement.capacityHouseholds());
        columns.put("capacity_persons", settlement.capacityPersons());
        columns.put("facilities", settlement.facilitiesInOrder().stream().map(Facility::name).collect(Collectors.joining(" ")));
        return columns;
    }

    @Override
    public Settlement content(ResultSet row) throws SQLException {
        return new Settlement(row.getString("name"), SettlementKind.valueOf(row.getString("kind")), row.getString("place"),
                row.getBigDecimal("border_distance"), BorderBand.valueOf(row.getString("border_band")),
                row.getBigDecimal("building_area"), row.getInt("capacity_households"),
                row.getInt("capacity_persons"), Arrays.stream(row.getString("facilities").split(" "))
                        .filter(name -> !name.isEmpty()).map(Facility::valueOf).collect(Collectors.toSet()));
    }

    @Override
    public Map<String, @Nullable Object> publicState(Settlement settlement) {
        var state = new LinkedHashMap<String, @Nullable Object>();
        state.put("kind", settlement.kind().name());
        state.put("borderDistance", settlement.borderDistance().toPlainString());
        state.put("borderBand", settlement.borderBand().name());
        state.put("capacityHouseholds", settlement.capacityHouseholds());
        state.put("capacityPersons", settlement.capacityPersons());
        state.put("facilities", settlement.facilitiesInOrder().stream().map(Facility::name).toList());
        return state;
    }
}
