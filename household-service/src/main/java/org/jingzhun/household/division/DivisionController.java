package org.jingzhun.household.division;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jingzhun.starter.access.May;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The tree of divisions as of any day: reference data, the same for every caller. */
@RestController
@RequestMapping("/api/household/v1/divisions")
@May("division:read")
class DivisionController {

    private static final CacheControl SHARED = CacheControl.maxAge(Duration.ofMinutes(5)).cachePublic();

    private final Divisions divisions;
    private final DivisionFlags flags;
    private final Clock clock;

    DivisionController(Divisions divisions, DivisionFlags flags, Clock clock) {
        this.divisions = divisions;
        this.flags = flags;
        this.clock = clock;
    }

    @GetMapping
    ResponseEntity<DivisionLines> below(@RequestParam(required = false) @Nullable String parent,
            @RequestParam(required = false) @Nullable LocalDate asOf) {
        var on = asOf == null ? LocalDate.now(clock) : asOf;
        if (parent != null && divisions.find(parent).isEmpty()) {
            throw new DivisionNotFound();
        }
        return ResponseEntity.ok().cacheControl(SHARED)
                .body(new DivisionLines(divisions.children(parent, on).stream().map(DivisionLine::of).toList()));
    }

    @GetMapping("/{code}")
    ResponseEntity<DivisionView> one(@PathVariable String code, @RequestParam(required = false) @Nullable LocalDate asOf) {
        var found = (asOf == null ? divisions.find(code) : divisions.find(code, asOf)).orElseThrow(DivisionNotFound::new);
        return ResponseEntity.ok().cacheControl(SHARED)
                .body(new DivisionView(found.code(), found.name(), found.level(), found.parent(),
                        found.validFrom(), found.validTo(), found.successor(), divisions.predecessors(found.code()),
                        flags.of(found.code(), asOf == null ? LocalDate.now(clock) : asOf)));
    }

    record DivisionLines(List<DivisionLine> items) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DivisionLine(String code, String name, Level level, LocalDate validFrom, @Nullable LocalDate validTo,
            @Nullable String successor) {

        static DivisionLine of(Division from) {
            return new DivisionLine(from.code(), from.name(), from.level(), from.validFrom(), from.validTo(), from.successor());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DivisionView(String code, String name, Level level, @Nullable String parent, LocalDate validFrom,
            @Nullable LocalDate validTo,
            @Nullable String successor, List<String> predecessors, List<DivisionFlags.Flag> flags) {}
}
