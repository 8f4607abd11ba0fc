package org.jingzhun.household.figure.reading;

import java.time.LocalDate;

import org.jingzhun.household.figure.Measure;
import org.jingzhun.household.figure.reading.FrozenReading.Asked;
import org.jingzhun.starter.access.Area;
import org.jingzhun.starter.access.May;
import org.jingzhun.starter.access.Permitted;
import org.jingzhun.starter.access.Scope;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Figures of frozen years 【年度冻结数】. */
@RestController
@RequestMapping("/api/household/v1/frozen-figures")
@May("figure:read")
class FrozenFigureController {

    private final FrozenAnswers answers;
    private final FigureDay days;

    FrozenFigureController(FrozenAnswers answers, FigureDay days) {
        this.answers = answers;
        this.days = days;
    }

    /** How many there were when the year was frozen, by cell, and what was corrected since; with {@code by=division} also below. */
    @GetMapping("/{name}")
    FrozenFigureView one(@PathVariable String name, Area area, @RequestParam int year,
            @RequestParam(required = false) @Nullable String type, @RequestParam(required = false) @Nullable String by,
            @Permitted("household:read-sensitive") Scope sensitive) {
        var measure = Measure.of(name).orElseThrow(FigureUnknown::new);
        if (by != null && !by.equals("division")) {
            throw new FigureNotPossible("by");
        }
        var where = FigureController.where(area);
        FigureController.requireType(measure, type, where, sensitive);
        var today = days.of(null, "knownAt");
        if (!LocalDate.of(days.firstOf(year).getYear(), 12, 31).isBefore(today)) {
            throw new FigureNotPossible("year");
        }
        var digits = by == null ? 0 : where.digitsBelow().orElseThrow(() -> new FigureNotPossible("by"));
        return answers.answer(new Asked(measure, where, digits, year, type), today, sensitive);
    }
}
