package org.jingzhun.household.figure.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.jingzhun.household.division.Divisions;
import org.jingzhun.household.figure.Measure;
import org.jingzhun.household.figure.reading.Cells.Place;
import org.jingzhun.household.figure.reading.FigureReading.Count;
import org.jingzhun.household.figure.reading.FigureReading.Found;
import org.jingzhun.household.figure.reading.FigureReading.Question;
import org.jingzhun.starter.access.Scope;
import org.springframework.stereotype.Component;

/** Makes answers of counts: with names, the division above, and without what would tell of single persons. */
@Component
class FigureAnswers {

    private final KeptFigures figures;
    private final Divisions divisions;
    private final SmallestCell smallest;

    FigureAnswers(KeptFigures figures, Divisions divisions, SmallestCell smallest) {
        this.figures = figures;
        this.divisions = divisions;
        this.smallest = smallest;
    }

    /**
     * The figure of an area.
     *
     * @param byDivision whether each division directly below is told too
     */
    FigureView answer(Question question, boolean byDivision, Scope scope, Scope sensitive) {
        var area = question.area();
        var below = byDivision ? area.digitsBelow().orElseThrow(() -> new FigureNotPossible("by")) : 0;
        var found = ready(figures.read(with(question, area, below)));
        var table = new HashMap<String, Map<String, Count>>(byDivision ? found.counts() : Map.of());
        var whole = sum(found.counts());
        table.put("", whole);
        var hides = isSensitive(question.measure()) && !area.isIn(sensitive);
        var hidden = hides ? Cells.hidden(table, smallest.shown()) : Set.<Place>of();
        var list = byDivision
                ? found.counts().entrySet().stream()
                        .map(it -> division(it.getKey(), question, it.getValue(), hidden, it.getKey())).toList()
                : null;
        var parent = area.parent();
        var above = parent.filter(it -> it.isIn(scope)).map(it -> above(question, it, sensitive)).orElse(null);
        return new FigureView(question.measure().key(), area.code(), name(area.code()), question.asOf(), question.knownAt(),
                question.type(), found.position(), cells(question, whole, hidden, ""), list, above,
                parent.isPresent() && above == null ? List.of("parent") : null);
    }

    private FigureView.Division above(Question question, FigureArea parent, Scope sensitive) {
        var counts = sum(ready(figures.read(with(question, parent, 0))).counts());
        var hides = isSensitive(question.measure()) && !parent.isIn(sensitive);
        return division(parent.code(), question, counts, hides ? Cells.hidden(Map.of("", counts), smallest.shown()) : Set.of(),
                "");
    }

    private static Question with(Question question, FigureArea area, int digits) {
        return new Question(question.measure(), area, digits, question.asOf(), question.knownAt(), question.type(),
                question.opening());
    }

    static Found ready(Found found) {
        if (!found.ready()) {
            throw new FiguresNotReady();
        }
        return found;
    }

    static boolean isSensitive(Measure measure) {
        return measure == Measure.MAIN_CAUSE || measure == Measure.HEALTH;
    }

    private FigureView.Division division(String code, Question question, Map<String, Count> counts, Set<Place> hidden,
            String place) {
        return new FigureView.Division(code, name(code), cells(question, counts, hidden, place));
    }

    private String name(String code) {
        return code.isEmpty() ? "" : divisions.name(Divisions.full(code));
    }

    private static List<FigureView.Cell> cells(Question question, Map<String, Count> counts, Set<Place> hidden, String place) {
        var cells = new ArrayList<FigureView.Cell>();
        var all = counts.isEmpty() && question.opening() == null && !RecordConditions.hasCells(question.measure())
                ? Map.of("", new Count(0, 0))
                : counts;
        all.forEach((code, count) -> {
            var shown = code.isEmpty() && RecordConditions.hasCells(question.measure()) ? Cells.UNKNOWN : code;
            cells.add(hidden.contains(new Place(place, code))
                    ? new FigureView.Cell(shown, null, null, true)
                    : new FigureView.Cell(shown, question.measure().countsHouseholds() ? count.households() : null,
                            count.persons(),
                            null));
        });
        return cells;
    }

    static Map<String, Count> sum(Map<String, Map<String, Count>> counts) {
        var sum = new TreeMap<String, Count>();
        counts.values().forEach(cells -> cells.forEach((cell, count) -> sum.merge(cell, count,
                (one, other) -> new Count(one.households() + other.households(), one.persons() + other.persons()))));
        return sum;
    }
}
