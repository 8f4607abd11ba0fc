package org.jingzhun.household.figure.reading;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jingzhun.household.figure.Codes;
import org.jingzhun.household.figure.FigureCodes;
import org.jingzhun.household.figure.Measure;
import org.jingzhun.household.figure.reading.FigureRecords.Wanted;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which rows of the register a figure counts, as conditions; {@code h} is the household, {@code p} the person. */
@Component
class RecordConditions {

    private final Codes codes;
    private final AgeBands bands;

    RecordConditions(Codes codes, AgeBands bands) {
        this.codes = codes;
        this.bands = bands;
    }

    String household(Wanted wanted, Map<String, Object> params) {
        var sql = new StringBuilder();
        if (wanted.type() != null) {
            sql.append(is("h.type", wanted.type(), "type", params));
        }
        switch (wanted.measure()) {
            case POOR -> sql.append(" and ").append(poor(wanted.moment().asOf()));
            case TYPE -> sql.append(is("h.type", wanted.cell(), "cell", params));
            case EXIT_STATE -> sql.append(is("h.exit_state", wanted.cell(), "cell", params));
            case MAIN_CAUSE -> sql.append(is("h.main_cause", wanted.cell(), "cell", params));
            default -> {
                // all households
            }
        }
        return sql.toString();
    }

    String person(Wanted wanted, Map<String, Object> params) {
        return switch (wanted.measure()) {
            case LABOUR -> is("p.labour", wanted.cell(), "cell", params);
            case EDUCATION -> is("p.education", wanted.cell(), "cell", params);
            case HEALTH -> health(wanted.cell(), params);
            case AGE -> age(wanted, params);
            default -> "";
        };
    }

    private static String health(@Nullable String cell, Map<String, Object> params) {
        if (cell == null || cell.equals(Cells.UNKNOWN)) {
            return is("p.health", cell, "cell", params);
        }
        params.put("cell", cell);
        return " and find_in_set(:cell, p.health) > 0";
    }

    private String age(Wanted wanted, Map<String, Object> params) {
        if (wanted.cell() == null) {
            return "";
        }
        params.put("cell", wanted.cell().equals(Cells.UNKNOWN) ? "" : wanted.cell());
        var on = wanted.moment().asOf();
        return " and " + AgeBands.expression(bands.on(on), on, "p.birth_date") + " = :cell";
    }

    private static String is(String column, @Nullable String cell, String param, Map<String, Object> params) {
        if (cell == null) {
            return "";
        }
        if (cell.equals(Cells.UNKNOWN)) {
            return " and " + column + " is null";
        }
        params.put(param, cell);
        return " and " + column + " = :" + param;
    }

    /** Of the codes that hold on the day: the exit state tells, else the type, else the kind. */
    private String poor(LocalDate on) {
        return "coalesce(%s, %s, %s, 'NONE') in ('POOR', 'RETURNED')".formatted(
                meaning(FigureCodes.EXIT_STATE, "h.exit_state", on),
                meaning(FigureCodes.TYPE, "h.type", on), meaning(FigureCodes.POOR_KIND, "h.poor_kind", on));
    }

    private String meaning(String list, String column, LocalDate on) {
        var lines = codes.all().lines().stream().filter(line -> line.list().equals(list) && line.holds(on)).toList();
        return lines.isEmpty() ? "null" : cases(lines, column);
    }

    private static String cases(List<FigureCodes.Line> lines, String column) {
        return lines.stream().map(line -> "when '%s' then '%s'".formatted(line.code(), line.meaning()))
                .collect(Collectors.joining(" ", "case " + column + " ", " end"));
    }

    /** Whether a figure has such a cell at all. */
    static boolean hasCells(Measure measure) {
        return measure != Measure.REGISTER && measure != Measure.POOR;
    }
}
