package org.jingzhun.household.figure.reading;

import java.time.LocalDate;
import java.util.List;

import org.jingzhun.household.figure.Measure;
import org.jingzhun.household.figure.reading.FigureReading.Question;
import org.jingzhun.household.history.Moment;
import org.jingzhun.starter.access.Area;
import org.jingzhun.starter.access.May;
import org.jingzhun.starter.access.Permitted;
import org.jingzhun.starter.access.Scope;
import org.jingzhun.starter.page.Cursor;
import org.jingzhun.starter.page.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Figures and the records that they open to. */
@RestController
@RequestMapping("/api/household/v1/figures")
@May("figure:read")
class FigureController {

    private static final String SENSITIVE = "household:read-sensitive";

    private final FigureAnswers answers;
    private final FigureRecords records;
    private final FigureDay days;

    FigureController(FigureAnswers answers, FigureRecords records, FigureDay days) {
        this.answers = answers;
        this.records = records;
        this.days = days;
    }

    /** What figures there are, and what each counts. */
    @GetMapping
    List<Definition> definitions(Scope scope) {
        return scope instanceof Scope.Ranges ? Definition.ALL : List.of();
    }

    /** How many households and persons, by cell; with {@code by=division} also of each division below. */
    @GetMapping("/{name}")
    FigureView one(@PathVariable String name, Area area, @RequestParam(required = false) @Nullable LocalDate asOf,
            @RequestParam(required = false) @Nullable LocalDate knownAt, @RequestParam(required = false) @Nullable String type,
            @RequestParam(required = false) @Nullable String by, Scope scope, @Permitted(SENSITIVE) Scope sensitive) {
        var measure = Measure.of(name).orElseThrow(FigureUnknown::new);
        if (by != null && !by.equals("division")) {
            throw new FigureNotPossible("by");
        }
        var where = where(area);
        requireType(measure, type, where, sensitive);
        var question = new Question(measure, where, 0, days.of(asOf, "asOf"), days.of(knownAt, "knownAt"), type, null);
        return answers.answer(question, by != null, scope, sensitive);
    }

    /** The households or persons that a figure, or one of its cells, counts. */
    @GetMapping("/{name}/records")
    Page<FigureRecords.Line> records(@PathVariable String name, Area area, Cursor after,
            @RequestParam(required = false) @Nullable LocalDate asOf, @RequestParam(required = false) @Nullable LocalDate knownAt,
            @RequestParam(required = false) @Nullable String type, @RequestParam(required = false) @Nullable String cell,
            @Permitted(SENSITIVE) Scope sensitive) {
        var measure = Measure.of(name).orElseThrow(FigureUnknown::new);
        var where = where(area);
        if (FigureAnswers.isSensitive(measure) && !where.isIn(sensitive)) {
            throw new FigureSensitive();
        }
        requireType(measure, type, where, sensitive);
        if (cell != null && !RecordConditions.hasCells(measure)) {
            throw new FigureNotPossible("cell");
        }
        var moment = new Moment(days.of(asOf, "asOf"), FigureDay.endOf(days.of(knownAt, "knownAt")));
        return records.page(new FigureRecords.Wanted(measure, where, moment, type, cell), after);
    }

    static void requireType(Measure measure, @Nullable String type, FigureArea area, Scope sensitive) {
        if (type != null && !measure.isByType()) {
            throw new FigureNotPossible("type");
        }
        if (type != null && FigureAnswers.isSensitive(measure) && !area.isIn(sensitive)) {
            throw new FigureSensitive();
        }
    }

    static FigureArea where(Area area) {
        return FigureArea.of(area).orElseThrow(() -> new FigureNotPossible("area"));
    }
}
