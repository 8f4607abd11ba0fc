package org.jingzhun.household.figure.entered;

import java.math.BigDecimal;
import java.net.URI;
import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jingzhun.household.figure.entered.RuralPopulations.RuralPopulation;
import org.jingzhun.starter.access.Area;
import org.jingzhun.starter.access.AreaNotYours;
import org.jingzhun.starter.access.Caller;
import org.jingzhun.starter.access.CodeRange;
import org.jingzhun.starter.access.May;
import org.jingzhun.starter.access.Scope;
import org.jingzhun.starter.idempotency.Idempotency;
import org.jingzhun.starter.page.Cursor;
import org.jingzhun.starter.page.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What county and city officers enter for figures, each with its source. */
@RestController
@RequestMapping("/api/household/v1")
@May("figure:read")
class EnteredController {

    private static final String POPULATIONS = "/api/household/v1/rural-populations";
    private static final String BATCHES = "/api/household/v1/exit-batches";
    private static final String TASKS = "/api/household/v1/annual-tasks";
    private static final String DIVISION = "\\d{2}|\\d{4}|\\d{6}|\\d{9}|\\d{12}";

    private final RuralPopulations populations;
    private final ExitBatches batches;
    private final AnnualTasks tasks;
    private final Idempotency idempotency;

    EnteredController(RuralPopulations populations, ExitBatches batches, AnnualTasks tasks, Idempotency idempotency) {
        this.populations = populations;
        this.batches = batches;
        this.tasks = tasks;
        this.idempotency = idempotency;
    }

    @GetMapping("/rural-populations")
    Page<RuralPopulation> populations(Area area, Cursor after) {
        return Page.of(populations.page(area.scope(), after), after, it -> List.of(it.division(), it.year(), it.edition()));
    }

    @PostMapping("/rural-populations")
    @ResponseStatus(HttpStatus.CREATED)
    @May("figure:enter")
    ResponseEntity<Void> addPopulation(@Valid @RequestBody NewPopulation wanted,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key, Scope scope, Caller caller) {
        require(scope, wanted.division());
        return created(idempotency.once(caller, "POST " + POPULATIONS, key, wanted,
                () -> POPULATIONS + "?area=" + wanted.division()
                        + "#"
                        + populations.add(wanted.division(), wanted.year(), wanted.persons(), wanted.source().strip(), caller)));
    }

    @GetMapping("/exit-batches")
    Page<ExitBatches.Batch> batches(Area area, @RequestParam @Min(2014) @Max(2100) int year, Cursor after) {
        return batches.page(area.scope(), year, after);
    }

    @PostMapping("/exit-batches")
    @ResponseStatus(HttpStatus.CREATED)
    @May("figure:enter")
    ResponseEntity<Void> closeBatch(@Valid @RequestBody NewBatch wanted,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key, Scope scope, Caller caller) {
        require(scope, wanted.division());
        return created(idempotency.once(caller, "POST " + BATCHES, key, wanted,
                () -> BATCHES + "?year=" + wanted.year() + "#" + batches.add(wanted, caller)));
    }

    @GetMapping("/annual-tasks")
    Page<AnnualTask> tasks(Area area, @RequestParam @Min(2014) @Max(2100) int year, Cursor after) {
        return tasks.page(area.scope(), year, after);
    }

    @PostMapping("/annual-tasks")
    @ResponseStatus(HttpStatus.CREATED)
    @May("figure:enter")
    ResponseEntity<Void> addTask(@Valid @RequestBody NewTask wanted,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key, Scope scope, Caller caller) {
        require(scope, wanted.division());
        return created(idempotency.once(caller, "POST " + TASKS, key, wanted,
                () -> TASKS + "?year=" + wanted.year() + "#" + tasks.add(wanted, caller)));
    }

    private static void require(Scope scope, String division) {
        var range = CodeRange.under(division);
        if (!(scope instanceof Scope.Ranges ranges) || ranges.ranges().stream().noneMatch(it -> it.contains(range))) {
            throw new AreaNotYours(division);
        }
    }

    private static ResponseEntity<Void> created(Idempotency.Outcome outcome) {
        return ResponseEntity.created(URI.create(outcome.location())).build();
    }

    /** A denominator: whose, of which year, and who published it. */
    record NewPopulation(@NotNull @Pattern(regexp = DIVISION) String division, @Min(2014) @Max(2100) int year,
            @Min(1) long persons,
            @NotBlank @Size(max = 200) String source) {}

    /** A batch as it was reported; the rate in per cent, and what it was made of where that was reported too. */
    record NewBatch(@NotNull @Pattern(regexp = DIVISION) String division, @Min(2014) @Max(2100) int year, @Min(0) int households,
            @Min(0) int persons, @Nullable @DecimalMin("0") @DecimalMax("100") BigDecimal reportedRate,
            @Nullable @Min(0) Long numerator,
            @Nullable @Min(1) Long denominator, @NotBlank @Size(max = 200) String source) {}

    /** Targets of a level; without a level, the exits that were verified so far. */
    record NewTask(@NotNull @Pattern(regexp = DIVISION) String division, @Min(2014) @Max(2100) int year,
            AnnualTask.@Nullable Level level,
            @Nullable @Min(0) Long counties, @Nullable @Min(0) Long villages, @Nullable @Min(0) Long people,
            @NotBlank @Size(max = 200) String source) {}
}
