package org.jingzhun.household.threeways;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.jingzhun.household.field.Field;
import org.jingzhun.household.field.Holder;
import org.jingzhun.household.record.Wording;
import org.jingzhun.household.template.Template;

/** Writes rows of the table of rules as national lists, with every further field in a column of its own. */
final class RuleSheets {

    private final Wording wording;

    RuleSheets(Wording wording) {
        this.wording = wording;
    }

    /** Members as list D has them, with all that is known of a person. */
    byte[] members(List<NumberedRow> rows, int year, boolean withWorkPlace, boolean before) {
        var columns = columns(Template.LIST_D, List.of(Holder.PERSON), Set.of(Field.MEMBERS), withWorkPlace);
        var lines = new ArrayList<Map<Field, String>>();
        for (var row : rows) {
            var members = before ? row.membersBefore() : row.members();
            for (int who = 0; who < members.size(); who++) {
                var cells = place(row, year);
                cells.put(Field.PERSON_NUMBER, row.number() + "-" + who);
                cells.put(Field.MEMBERS, String.valueOf(row.row().household().getOrDefault(Field.MEMBERS, members.size())));
                write(row.row().household(), cells, Set.of(Field.HOUSEHOLD_PHONE));
                write(members.get(who), cells, members.get(who).keySet());
                lines.add(cells);
            }
        }
        return csv(columns, lines);
    }

    /** Households as list A has them, with all that is known of a household and its year. */
    byte[] households(List<NumberedRow> rows, int year, boolean before) {
        var columns = columns(Template.LIST_A, List.of(Holder.HOUSEHOLD, Holder.HOUSEHOLD_YEAR), Set.of(), true);
        var lines = new ArrayList<Map<Field, String>>();
        for (var row : rows) {
            var cells = place(row, year);
            var household = before ? row.householdBefore() : row.row().household();
            var sheet = before ? row.row().lastYear() : row.row().year();
            write(household, cells, household.keySet());
            write(sheet, cells, sheet.keySet());
            var head = row.members().getFirst();
            write(Map.of(Field.HEAD_NAME, head.get(Field.NAME), Field.HEAD_RESIDENT_ID, head.get(Field.RESIDENT_ID)), cells,
                    Set.of(Field.HEAD_NAME, Field.HEAD_RESIDENT_ID));
            cells.put(Field.MEMBERS, String.valueOf(row.members().size()));
            lines.add(cells);
        }
        return csv(columns, lines);
    }

    private static Map<Field, String> columns(Template template, List<Holder> holders, Set<Field> further,
            boolean withWorkPlace) {
        var columns = new LinkedHashMap<Field, String>();
        template.columns().forEach(column -> columns.put(column.field(), column.heading()));
        holders.forEach(holder -> Field.of(holder).stream().filter(field -> !field.isByCommand())
                .forEach(field -> columns.putIfAbsent(field, field.heading())));
        further.forEach(field -> columns.putIfAbsent(field, field.heading()));
        columns.keySet().removeIf(field -> field == Field.WORK_PLACE && !withWorkPlace);
        return columns;
    }

    private static Map<Field, String> place(NumberedRow row, int year) {
        return new LinkedHashMap<>(Map.of(Field.COUNTY, "凭祥市", Field.TOWNSHIP, "友谊镇", Field.VILLAGE, "宋城村",
                Field.HOUSEHOLD_NUMBER, row.number(), Field.DATA_YEAR, String.valueOf(year)));
    }

    private void write(Map<Field, Object> values, Map<Field, String> cells, Set<Field> fields) {
        values.forEach((field, value) -> {
            if (fields.contains(field) && field != Field.MEMBERS) {
                cells.put(field, wording.of(field, value));
            }
        });
    }

    private static byte[] csv(Map<Field, String> columns, List<Map<Field, String>> lines) {
        var text = new StringBuilder();
        text.append(columns.values().stream().map(RuleSheets::quoted).collect(Collectors.joining(","))).append("\r\n");
        for (var line : lines) {
            text.append(columns.keySet().stream().map(field -> quoted(line.getOrDefault(field, "")))
                    .collect(Collectors.joining(","))).append("\r\n");
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String quoted(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }
}
