package org.jingzhun.household.imports;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jingzhun.household.field.Field;
import org.jingzhun.household.imports.Layout.Place;
import org.jingzhun.household.imports.sheet.Row;
import org.jingzhun.household.imports.sheet.UnreadableFile;
import org.jingzhun.household.template.Column;
import org.jingzhun.household.template.Template;
import org.jspecify.annotations.Nullable;

/** Which column holds what: found by the headings, in any order, below titles, in one row or two merged ones. */
final class Headings {

    static final String ROW_NUMBER = "原行号";
    static final String REASONS = "错误原因";

    private static final int SEARCHED_ROWS = 20;
    private static final int ENOUGH = 5; // known headings that make a row one of headings

    private Headings() {}

    /** The layout by the first rows of a sheet; null where no row among them looks like headings. */
    static @Nullable Layout find(List<Row> first) {
        List<Named> best = List.of();
        var bestRow = -1;
        for (int i = 0; i < Math.min(first.size(), SEARCHED_ROWS); i++) {
            var alone = named(null, first.get(i));
            var merged = i == 0 ? alone : named(first.get(i - 1), first.get(i));
            var better = known(merged) > known(alone) ? merged : alone;
            if (known(better) > known(best)) {
                best = better;
                bestRow = i;
            }
        }
        return known(best) < ENOUGH ? null : layout(best, first.get(bestRow).number());
    }

    static int searchedRows() {
        return SEARCHED_ROWS;
    }

    /** A heading with the fields that it means. */
    private record Named(int column, String title, List<Field> fields) {}

    private static long known(List<Named> headings) {
        return headings.stream().flatMap(heading -> heading.fields().stream()).distinct().count();
    }

    /** A heading is the lower cell, or the upper one where that is merged downwards, or both together. */
    private static List<Named> named(@Nullable Row upper, Row lower) {
        var headings = new ArrayList<Named>();
        var group = "";
        var width = upper == null ? lower.width() : Math.max(upper.width(), lower.width());
        for (int column = 0; column < width; column++) {
            var above = upper == null ? "" : upper.text(column).strip();
            var below = lower.text(column).strip();
            group = above.isEmpty() ? group : above;
            if (!below.isEmpty()) {
                var fields = Spellings.of(below);
                var joined = fields == null ? Spellings.of(group + below) : null;
                headings.add(joined == null ? named(column, below, fields) : named(column, group + below, joined));
            } else if (!above.isEmpty()) {
                headings.add(named(column, above, Spellings.of(above)));
            }
        }
        return headings;
    }

    private static Named named(int column, String title, @Nullable List<Field> fields) {
        return new Named(column, title, fields == null ? List.of() : fields);
    }

    private static Layout layout(List<Named> headings, int row) {
        var template = Stream.of(Template.values())
                .max(Comparator.comparingLong(it -> fitting(it, headings))).orElseThrow();
        var columns = new EnumMap<Field, Place>(Field.class);
        var unknown = new ArrayList<String>();
        var titles = new ArrayList<String>();
        for (var heading : headings) {
            while (titles.size() < heading.column()) {
                titles.add("");
            }
            titles.add(heading.title());
            if (!isOurOwn(heading.title()) && !place(heading, template, columns)) {
                unknown.add(heading.title());
            }
        }
        var missing = template.columns().stream().filter(column -> column.isRequired() && !columns.containsKey(column.field()))
                .map(Column::heading).toList();
        if (!missing.isEmpty() || !unknown.isEmpty()) {
            throw new UnreadableFile("headings-unknown", listed(missing), listed(unknown));
        }
        return new Layout(template, columns, row, titles);
    }

    /** False where the list has no such field, or the field has a column already. */
    private static boolean place(Named heading, Template template, Map<Field, Place> columns) {
        var several = heading.fields().size() > 1;
        var part = 0;
        for (var meant : heading.fields()) {
            var field = meantBy(meant, template, columns);
            if (!Layout.isAccepted(template, field)
                    || columns.putIfAbsent(field, new Place(heading.column(), several ? part++ : -1)) != null) {
                return false;
            }
        }
        return !heading.fields().isEmpty();
    }

    /** Some lists have one phone, and households are named by their heads. */
    private static Field meantBy(Field field, Template template, Map<Field, Place> columns) {
        if (template.isOfHouseholds()) {
            return switch (field) {
                case PHONE -> Field.HOUSEHOLD_PHONE;
                case NAME -> Field.HEAD_NAME;
                case RESIDENT_ID -> Field.HEAD_RESIDENT_ID;
                default -> field;
            };
        }
        return field == Field.HOUSEHOLD_PHONE && !template.has(field) && !columns.containsKey(Field.PHONE) ? Field.PHONE : field;
    }

    private static long fitting(Template template, List<Named> headings) {
        return headings.stream().flatMap(heading -> heading.fields().stream()).filter(template::has).distinct().count() * 2
                - template.fields().size();
    }

    private static boolean isOurOwn(String title) {
        return title.equals(ROW_NUMBER) || title.equals(REASONS);
    }

    private static String listed(List<String> titles) {
        var shown = titles.stream().limit(40).map(title -> title.length() > 30 ? title.substring(0, 30) + "…" : title).toList();
        return shown.isEmpty() ? "–" : String.join("、", shown);
    }
}
