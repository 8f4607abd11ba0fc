package org.jingzhun.household.snapshot;

import java.net.URI;
import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import org.jingzhun.household.register.HouseholdView;
import org.jingzhun.household.snapshot.FrozenHouseholds.FrozenLine;
import org.jingzhun.starter.access.Area;
import org.jingzhun.starter.access.Caller;
import org.jingzhun.starter.access.May;
import org.jingzhun.starter.access.Permitted;
import org.jingzhun.starter.access.Scope;
import org.jingzhun.starter.accesslog.AccessLog;
import org.jingzhun.starter.accesslog.Opened;
import org.jingzhun.starter.page.Cursor;
import org.jingzhun.starter.page.Page;
import org.jingzhun.starter.web.Version;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Frozen years: ordered, followed, and read. */
@RestController
@RequestMapping(SnapshotController.PATH)
@May("household:read")
class SnapshotController {

    static final String PATH = "/api/household/v1/snapshots";

    private final SnapshotService service;
    private final Snapshots snapshots;
    private final FrozenHouseholds households;
    private final AccessLog accesses;

    SnapshotController(SnapshotService service, Snapshots snapshots, FrozenHouseholds households, AccessLog accesses) {
        this.service = service;
        this.snapshots = snapshots;
        this.households = households;
        this.accesses = accesses;
    }

    /** Orders the snapshot of a county and a year: once. */
    @PostMapping
    @May("snapshot:take")
    ResponseEntity<Snapshot> take(@Valid @RequestBody NewSnapshot wanted, Scope scope, Caller caller) {
        var ordered = service.order(wanted.area(), wanted.year(), scope, caller);
        return ResponseEntity.accepted().location(URI.create(PATH + "/" + ordered.number())).header(HttpHeaders.RETRY_AFTER, "1")
                .body(ordered);
    }

    @GetMapping
    Page<Snapshot> list(Area area, Cursor after) {
        return Page.of(snapshots.of(area.scope(), after.text(0), after.isStart() ? 0 : after.number(1), after.fetch()), after,
                snapshot -> List.of(snapshot.area(), snapshot.year()));
    }

    @GetMapping("/{number}")
    ResponseEntity<Snapshot> one(@PathVariable String number, Scope scope) {
        var found = snapshots.find(number).filter(it -> SnapshotService.reaches(scope, it.area()))
                .orElseThrow(SnapshotNotFound::new);
        var answer = ResponseEntity.ok().eTag(Version.tag(found.version()));
        return (found.isDone() ? answer : answer.header(HttpHeaders.RETRY_AFTER, "1")).body(found);
    }

    @GetMapping("/{year}/households")
    Page<FrozenLine> households(@PathVariable int year, Area area, Cursor after) {
        return households.page(year, area.scope(), after);
    }

    @GetMapping("/{year}/households/{number}")
    HouseholdView household(@PathVariable int year, @PathVariable String number, Scope scope,
            @Permitted("household:read-sensitive") Scope sensitive, Caller caller) {
        var found = households.find(year, number, scope, sensitive).orElseThrow(SnapshotNotFound::new);
        accesses.opened(caller, Opened.one("snapshot.opened", number, found.village()));
        return found.household();
    }

    /** Which county, and which year that has ended. */
    record NewSnapshot(@NotBlank String area, @NotNull Integer year) {}
}
