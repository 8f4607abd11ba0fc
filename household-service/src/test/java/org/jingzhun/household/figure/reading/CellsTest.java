package org.jingzhun.household.figure.reading;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import org.jingzhun.household.figure.reading.Cells.Place;
import org.jingzhun.household.figure.reading.FigureReading.Count;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CellsTest {

    @Test
    void aSmallCellIsHiddenAndTheNextSmallestToo() {
        assertThat(Cells.hidden(Map.of("", cells("1", 3, "2", 60, "3", 40)), 5)).containsExactlyInAnyOrder(new Place("", "1"),
                new Place("", "3"));
    }

    @Test
    void twoSmallCellsHideEachOther() {
        assertThat(Cells.hidden(Map.of("", cells("1", 3, "2", 60, "3", 4)), 5)).containsExactlyInAnyOrder(new Place("", "1"),
                new Place("", "3"));
    }

    @Test
    void nothingIsHiddenWhereNothingIsSmall() {
        assertThat(Cells.hidden(Map.of("", cells("1", 50, "2", 60)), 5)).isEmpty();
        assertThat(Cells.hidden(Map.of("", cells("1", 5, "2", 6)), 5)).isEmpty();
        assertThat(Cells.hidden(Map.of("", cells("1", 5, "2", 6)), 6)).hasSize(2);
    }

    @Test
    void noLineOfDivisionsOrCellsHasOneHiddenCellAlone() {
        var table = new HashMap<String, Map<String, Count>>();
        table.put("a", cells("1", 3, "2", 60, "3", 40));
        table.put("b", cells("1", 30, "2", 50, "3", 45));
        table.put("c", cells("1", 20, "2", 70, "3", 80));
        table.put("", cells("1", 53, "2", 180, "3", 165));

        var hidden = Cells.hidden(table, 5);

        assertThat(hidden).contains(new Place("a", "1"));
        for (var division : table.keySet()) {
            assertThat(hidden.stream().filter(it -> it.division().equals(division)).count()).as(division).isNotEqualTo(1);
        }
        for (var cell : Set.of("1", "2", "3")) {
            assertThat(hidden.stream().filter(it -> it.cell().equals(cell)).count()).as(cell).isNotEqualTo(1);
        }
    }

    private static Map<String, Count> cells(String one, int ones, String two, int twos, String three, int threes) {
        return Map.of(one, new Count(ones, ones), two, new Count(twos, twos), three, new Count(threes, threes));
    }

    private static Map<String, Count> cells(String one, int ones, String two, int twos) {
        return Map.of(one, new Count(ones, ones), two, new Count(twos, twos));
    }
}
