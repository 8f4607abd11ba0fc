package org.jingzhun.household.imports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.jingzhun.household.field.Field;
import org.jingzhun.household.imports.sheet.Row;
import org.jingzhun.household.rules.Rules;
import org.jingzhun.household.template.Template;

/** Turns the cells of a row into what the register would hold, and says what is wrong with them. */
final class RowReader {

    private final Layout layout;
    private final int dataYear;
    private final LocalDate today;
    private final Places places;
    private final Cells cells;
    private final NumberCells numbers;
    private final DocumentCells documents;
    private final ValueCells values;
    private final RowChecks checks;
    private final List<Field> read;
    private int rows;
    private int rowsOfOtherCounties;

    RowReader(Layout layout, int dataYear, LocalDate today, Places places, Codes codes, Rules rules, Row first) {
        this.layout = layout;
        this.dataYear = dataYear;
        this.today = today;
        this.places = places;
        this.cells = new Cells(layout, first);
        this.numbers = new NumberCells(cells);
        this.documents = new DocumentCells(cells, codes);
        this.values = new ValueCells(cells, codes, today);
        this.checks = new RowChecks(rules, layout.told());
        this.read = new ArrayList<>(layout.told());
        read.removeIf(field -> field == Field.NAME || field == Field.RESIDENT_ID || !layout.has(field));
    }

    int rows() {
        return rows;
    }

    int normalisedCells() {
        return cells.normalised();
    }

    /** Whether this must be the file of another county: most of its rows say so. */
    boolean isOfOtherCounty() {
        return rowsOfOtherCounties * 2 > rows;
    }

    StagedRow read(Row next) {
        rows++;
        cells.start(next);
        var staged = new StagedRow(next.number());
        var dataDate = values.day(Field.DATA_DATE);
        var on = dataDate == null ? LocalDate.of(dataYear, 12, 31) : dataDate;
        staged.effectiveOn = on.isAfter(today) ? today : on;
        readYear();
        readPlace(staged, on);
        numbers.read(staged);
        documents.read(staged, on);
        readMembers(staged);
        var creates = layout.template().canCreate();
        for (var field : read) {
            staged.put(field, values.read(field, creates && field.isRequired(), on));
        }
        if (!layout.has(Field.HOUSEHOLD_PHONE) && "01".equals(staged.values.get(Field.RELATION))) {
            staged.put(Field.HOUSEHOLD_PHONE, staged.values.get(Field.PHONE)); // one phone: the head's is the household's
        }
        if (!layout.template().isOfHouseholds()) {
            checks.of(staged, on, cells.doubtful()).forEach(cells::add);
            if (!cells.findings().isEmpty()) {
                staged.warnings = checks.warnings(staged, on, cells.doubtful());
            }
        }
        staged.findings = cells.findings();
        return staged;
    }

    private void readYear() {
        var year = values.count(Field.DATA_YEAR);
        if (year != null && year != dataYear) {
            cells.refuse("data-year-differs", Field.DATA_YEAR, Integer.toString(dataYear));
        }
    }

    private void readPlace(StagedRow staged, LocalDate on) {
        var place = places.find(cells.tight(Field.COUNTY), cells.tight(Field.TOWNSHIP), cells.tight(Field.VILLAGE), on);
        staged.village = place.village();
        if (place.finding() != null) {
            cells.add(place.finding());
        }
        if (place.otherCounty()) {
            rowsOfOtherCounties++;
        }
    }

    private void readMembers(StagedRow staged) {
        staged.members = values.count(Field.MEMBERS);
        if (staged.members == null && layout.template() != Template.LIST_D && layout.has(Field.MEMBERS)
                && !cells.isDoubtful(Field.MEMBERS)) {
            cells.refuse("count-not-a-number", Field.MEMBERS);
        }
    }
}
