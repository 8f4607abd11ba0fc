package org.jingzhun.bench.generator;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** One person in two households of a file: remembered in the first, written again into the second that has a place for him. */
final class Twins {

    private static final List<Column> PERSONAL = List.of(Column.NAME, Column.RESIDENT_ID, Column.ETHNICITY, Column.EDUCATION,
            Column.SCHOOL, Column.HEALTH, Column.LABOUR, Column.WORK_PLACE, Column.WORK_MONTHS, Column.ILLNESS_INSURANCE,
            Column.PHONE);

    private final Template template;
    private final List<First> waiting = new ArrayList<>();

    Twins(Template template) {
        this.template = template;
    }

    private record First(Row row, Map<Column, Cell> values, Spoiler.Finding finding) {}

    /** True if somebody of this household is remembered. His row stays as it is, and must stay so. */
    boolean remember(Spoiler.Target target) {
        var at = target.member(row -> switch (row.person().relation()) {
            case SPOUSE, SON, DAUGHTER -> true;
            default -> false;
        });
        if (at < 0) {
            return false;
        }
        var row = target.rows().get(at);
        var values = new EnumMap<Column, Cell>(Column.class);
        PERSONAL.stream().filter(template::has).forEach(column -> values.put(column, row.get(column)));
        waiting.add(new First(row, values, target.finding(at, Column.RESIDENT_ID, row.get(Column.RESIDENT_ID).text())));
        return true;
    }

    /** The two findings of an error that this household has completed, or null. */
    @Nullable
    List<Spoiler.Finding> complete(Spoiler.Target target) {
        for (var first : waiting) {
            var person = first.row.person();
            var at = target.member(row -> row.person().relation() == person.relation() && row.person().sex() == person.sex());
            if (at > 0) {
                first.values.forEach(target.rows().get(at)::set);
                waiting.remove(first);
                return List.of(first.finding, target.finding(at, Column.RESIDENT_ID, first.finding.value()));
            }
        }
        return null;
    }

    int waiting() {
        return waiting.size();
    }
}
