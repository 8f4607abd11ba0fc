package org.jingzhun.household.figure.reading;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.jingzhun.household.division.Divisions;
import org.jingzhun.household.figure.Measure;
import org.jingzhun.household.figure.reading.Cells.Place;
import org.jingzhun.household.figure.reading.FigureReading.Count;
import org.jingzhun.household.figure.reading.FigureReading.Found;
import org.jingzhun.household.figure.reading.FigureReading.Question;
import org.jingzhun.household.figure.reading.FrozenCounties.Coverage;
import org.jingzhun.household.figure.reading.FrozenFigureView.Numbers;
import org.jingzhun.household.figure.reading.FrozenReading.Asked;
import org.jingzhun.starter.access.Scope;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes answers of frozen figures: only where all counties are there, and beside what the register says of that day now. */
@Component
class FrozenAnswers {

    private static final Count NONE = new Count(0, 0);

    private final FrozenReading reading;
    private final FrozenCounties counties;
    private final KeptFigures figures;
    private final Divisions divisions;
    private final SmallestCell smallest;

    FrozenAnswers(FrozenReading reading, FrozenCounties counties, KeptFigures figures, Divisions divisions,
            SmallestCell smallest) {
        this.reading = reading;
        this.counties = counties;
        this.figures = figures;
        this.divisions = divisions;
        this.smallest = smallest;
    }

    /** Who may not read what is sensitive sees no difference either: it would tell of the few who were corrected. */
    FrozenFigureView answer(Asked asked, LocalDate today, Scope sensitive) {
        var area = asked.area();
        var coverage = counties.of(area, asked.year());
        var frozen = reading.read(asked);
        frozen.keySet().removeIf(division -> !coverage.missing(division).isEmpty());
        var hides = FigureAnswers.isSensitive(asked.measure()) && !area.isIn(sensitive);
        var day = LocalDate.of(asked.year(), 12, 31);
        var present = hides ? null : present(new Question(asked.measure(), area, asked.digits(), day, today, asked.type(), null));
        var missing = missing(coverage, area.code());
        var table = new HashMap<String, Map<String, Count>>(asked.digits() == 0 ? Map.of() : frozen);
        var whole = FigureAnswers.sum(frozen);
        if (missing == null) {
            table.put("", whole);
        }
        var compared = new Compared(asked.measure(), hides ? Cells.hidden(table, smallest.shown()) : Set.of());
        return new FrozenFigureView(asked.measure().key(), area.code(), name(area.code()), asked.year(), day, asked.type(),
                coverage.knownAt(), present == null ? null : present.position(),
                missing == null ? compared.cells("", whole, present == null ? null : FigureAnswers.sum(present.counts())) : null,
                missing, asked.digits() == 0 ? null : below(asked, coverage, frozen, present, compared),
                hides ? List.of("present") : null);
    }

    /** Nothing while the register is being counted: what is frozen is told all the same. */
    private @Nullable Found present(Question question) {
        var found = figures.read(question);
        return found.ready() ? found : null;
    }

    private List<FrozenFigureView.Division> below(Asked asked, Coverage coverage, Map<String, Map<String, Count>> frozen,
            @Nullable Found present, Compared compared) {
        var codes = new TreeSet<>(frozen.keySet());
        if (present != null) {
            codes.addAll(present.counts().keySet());
        }
        coverage.frozen().keySet().stream().filter(county -> county.length() >= asked.digits())
                .forEach(county -> codes.add(county.substring(0, asked.digits())));
        return codes.stream().map(code -> {
            var missing = missing(coverage, code);
            return new FrozenFigureView.Division(code, name(code), missing == null
                    ? compared.cells(code, frozen.getOrDefault(code, Map.of()), present == null ? null : present.of(code))
                    : null, missing);
        }).toList();
    }

    /** Null where none is. */
    private @Nullable List<FrozenFigureView.Missing> missing(Coverage coverage, String division) {
        var missing = coverage.missing(division).stream().map(it -> new FrozenFigureView.Missing(it, name(it))).toList();
        return missing.isEmpty() ? null : missing;
    }

    private String name(String code) {
        return code.isEmpty() ? "" : divisions.name(Divisions.full(code));
    }

    /** What was frozen beside what is told now, cell by cell. */
    private record Compared(Measure measure, Set<Place> hidden) {

        List<FrozenFigureView.Cell> cells(String place, Map<String, Count> frozen, @Nullable Map<String, Count> present) {
            var codes = new TreeSet<>(frozen.keySet());
            if (present != null) {
                codes.addAll(present.keySet());
            }
            if (!RecordConditions.hasCells(measure)) {
                codes.add("");
            }
            return codes.stream().map(code -> hidden.contains(new Place(place, code))
                    ? new FrozenFigureView.Cell(shown(code), null, null, null, true)
                    : cell(code, frozen.getOrDefault(code, NONE), present == null ? null : present.getOrDefault(code, NONE)))
                    .toList();
        }

        private FrozenFigureView.Cell cell(String code, Count was, @Nullable Count is) {
            return new FrozenFigureView.Cell(shown(code), numbers(was), is == null ? null : numbers(is),
                    is == null
                            ? null
                            : numbers(new Count(is.households() - was.households(), is.persons() - was.persons())),
                    null);
        }

        private String shown(String code) {
            return code.isEmpty() && RecordConditions.hasCells(measure) ? Cells.UNKNOWN : code;
        }

        private Numbers numbers(Count count) {
            return new Numbers(measure.countsHouseholds() ? count.households() : null, count.persons());
        }
    }
}
