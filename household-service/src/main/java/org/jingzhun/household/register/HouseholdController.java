package org.jingzhun.household.register;

import java.time.Clock;

import jakarta.validation.Valid;
import org.jingzhun.starter.access.Area;
import org.jingzhun.starter.access.Caller;
import org.jingzhun.starter.access.May;
import org.jingzhun.starter.access.Permitted;
import org.jingzhun.starter.access.Scope;
import org.jingzhun.starter.accesslog.AccessLog;
import org.jingzhun.starter.accesslog.Opened;
import org.jingzhun.starter.page.Cursor;
import org.jingzhun.starter.page.Page;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Households, by list and one by one. */
@RestController
@RequestMapping("/api/household/v1/households")
@May("household:read")
class HouseholdController {

    private final HouseholdList list;
    private final HouseholdQuery households;
    private final HouseholdThen then;
    private final Life life;
    private final AccessLog accesses;
    private final Clock clock;

    HouseholdController(HouseholdList list, HouseholdQuery households, HouseholdThen then, Life life, AccessLog accesses,
            Clock clock) {
        this.list = list;
        this.households = households;
        this.then = then;
        this.life = life;
        this.accesses = accesses;
        this.clock = clock;
    }

    @GetMapping
    Page<HouseholdList.HouseholdLine> list(Area area, @Valid HouseholdFilter filter, PointInTime when, Cursor after,
            @Permitted("household:read-sensitive") Scope sensitive) {
        return list.page(area.scope(), filter, when.moment(clock).orElse(null), sensitive, after);
    }

    @GetMapping("/{number}")
    ResponseEntity<HouseholdView> one(@PathVariable String number, PointInTime when,
            @RequestParam(defaultValue = "false") boolean years, Scope scope,
            @Permitted("household:read-sensitive") Scope sensitive, Caller caller) {
        var moment = when.moment(clock);
        var found = (moment.isPresent()
                ? then.find(number, moment.get(), years, scope, sensitive)
                : years ? households.findWithYears(number, scope, sensitive) : households.find(number, scope, sensitive))
                .orElseThrow(HouseholdNotFound::new);
        accesses.opened(caller, Opened.one("household.opened", found.number(), found.village()));
        return ResponseEntity.ok().eTag(found.tag()).body(found);
    }

    /** What happened to the household and those who live in it, the newest first. */
    @GetMapping("/{number}/life")
    Page<LifeEvent> life(@PathVariable String number, Cursor after, Scope scope,
            @Permitted("household:read-sensitive") Scope sensitive, Caller caller) {
        var page = life.ofHousehold(number, after, scope, sensitive);
        accesses.opened(caller, Opened.one("household.life-opened", number, Life.area(page)));
        return page;
    }
}
