package org.jingzhun.household.figure.reading;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jingzhun.household.division.Divisions;
import org.jingzhun.household.figure.Measure;
import org.jingzhun.household.figure.Reason;
import org.jingzhun.household.figure.entered.RuralPopulations;
import org.jingzhun.household.figure.reading.FigureReading.Count;
import org.jingzhun.household.figure.reading.FigureReading.Question;
import org.jingzhun.starter.access.Area;
import org.jingzhun.starter.access.May;
import org.jingzhun.starter.page.Cursor;
import org.jingzhun.starter.page.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Why the stock of the poor grew or shrank in a year 【增减变动】, and which share of the rural population it is 【贫困发生率】. */
@RestController
@RequestMapping("/api/household/v1/figures")
@May("figure:read")
class FlowController {

    private static final String OPENING = "OPENING";

    private final KeptFigures figures;
    private final FlowRecords records;
    private final RuralPopulations populations;
    private final Divisions divisions;
    private final FigureDay days;

    FlowController(KeptFigures figures, FlowRecords records, RuralPopulations populations, Divisions divisions, FigureDay days) {
        this.figures = figures;
        this.records = records;
        this.populations = populations;
        this.divisions = divisions;
        this.days = days;
    }

    /** Opening, reasons and closing of a year; with {@code by=division} also of each division below. */
    @GetMapping("/flows")
    FlowsView flows(Area area, @RequestParam int year, @RequestParam(required = false) @Nullable LocalDate knownAt,
            @RequestParam(required = false) @Nullable String by) {
        var where = FigureController.where(area);
        if (by != null && !by.equals("division")) {
            throw new FigureNotPossible("by");
        }
        var digits = by == null ? 0 : where.digitsBelow().orElseThrow(() -> new FigureNotPossible("by"));
        var known = days.of(knownAt, "knownAt");
        var found = FigureAnswers.ready(figures.read(
                Question.flow(Measure.POOR, where, digits, days.firstOf(year), days.lastOf(year), known)));
        return new FlowsView(where.code(), year, days.lastOf(year), known, found.position(),
                flow(where.code(), FigureAnswers.sum(found.counts())),
                by == null ? null : found.counts().entrySet().stream().map(it -> flow(it.getKey(), it.getValue())).toList());
    }

    private FlowView flow(String code, Map<String, Count> counts) {
        var opening = counts.getOrDefault(OPENING, new Count(0, 0));
        var reasons = new EnumMap<Reason, Count>(Reason.class);
        var households = opening.households();
        var persons = opening.persons();
        for (var reason : Reason.values()) {
            var count = counts.getOrDefault(reason.name(), new Count(0, 0));
            reasons.put(reason, count);
            households += count.households();
            persons += count.persons();
        }
        return new FlowView(code, code.isEmpty() ? "" : divisions.name(Divisions.full(code)), opening, reasons,
                new Count(households, persons));
    }

    /** The movements that a flow counts, household by household. */
    @GetMapping("/flows/records")
    Page<FlowRecords.Line> records(Area area, Cursor after, @RequestParam int year,
            @RequestParam(required = false) @Nullable LocalDate knownAt,
            @RequestParam(required = false) @Nullable Reason reason) {
        return records.page(new FlowRecords.Wanted(FigureController.where(area), days.firstOf(year), days.lastOf(year),
                FigureDay.endOf(days.of(knownAt, "knownAt")), reason), after);
    }

    /** The incidence with its numerator and denominator; null, with a warning, where no rural population was entered for the year. */
    @GetMapping("/incidence")
    IncidenceView incidence(Area area, @RequestParam int year, @RequestParam(required = false) @Nullable LocalDate knownAt) {
        var where = FigureController.where(area);
        var asOf = days.lastOf(year);
        var found = FigureAnswers.ready(
                figures.read(Question.stock(Measure.POOR, where, asOf, days.of(knownAt, "knownAt"))));
        var poor = FigureAnswers.sum(found.counts()).getOrDefault("", new Count(0, 0));
        var population = populations.find(where.code(), year, area.scope()).orElse(null);
        var rate = population == null ? null : Rate.percent(poor.persons(), population.persons());
        return new IncidenceView(where.code(), year, asOf, found.position(), poor,
                population == null ? null : population.persons(),
                population == null ? null : population.year(), population == null ? null : population.source(), rate,
                rate == null ? "denominator-missing" : null);
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "PoorFlows")
    record FlowsView(String area, int year, LocalDate asOf, LocalDate knownAt, long position, FlowView flow,
            @Nullable List<FlowView> divisions) {}

    @Schema(name = "PoorFlow")
    record FlowView(String division, String name, Count opening, Map<Reason, Count> reasons, Count closing) {}

    /** Rates are given in per cent, with two decimals, and with what they were made of. */
    @Schema(name = "Incidence")
    record IncidenceView(String area, int year, LocalDate asOf, long position, Count numerator, @Nullable Long denominator,
            @Nullable Integer denominatorYear, @Nullable String denominatorSource, java.math.@Nullable BigDecimal rate,
            @Nullable String warning) {}
}
