package org.jingzhun.household.register;

import java.time.Clock;
import java.time.LocalDate;

import org.jingzhun.household.history.Moment;
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
import org.springframework.web.bind.annotation.RestController;

/** Persons one by one, and what happened to them. */
@RestController
@RequestMapping("/api/household/v1/persons/{number}")
@May("household:read")
class PersonController {

    private final PersonQuery persons;
    private final Life life;
    private final AccessLog accesses;
    private final Clock clock;

    PersonController(PersonQuery persons, Life life, AccessLog accesses, Clock clock) {
        this.persons = persons;
        this.life = life;
        this.accesses = accesses;
        this.clock = clock;
    }

    @GetMapping
    ResponseEntity<PersonView> one(@PathVariable String number, PointInTime when, Scope scope,
            @Permitted("household:read-sensitive") Scope sensitive, Caller caller) {
        var moment = when.moment(clock).orElseGet(() -> new Moment(LocalDate.now(clock), clock.instant()));
        var found = persons.find(number, moment, scope, sensitive).orElseThrow(PersonNotFound::new);
        accesses.opened(caller, Opened.one("person.opened", number, found.village()));
        return ResponseEntity.ok().eTag(found.tag()).body(found);
    }

    /** What happened to the person, the newest first. */
    @GetMapping("/life")
    Page<LifeEvent> life(@PathVariable String number, Cursor after, Scope scope,
            @Permitted("household:read-sensitive") Scope sensitive, Caller caller) {
        var page = life.ofPerson(number, after, scope, sensitive);
        accesses.opened(caller, Opened.one("person.life-opened", number, Life.area(page)));
        return page;
    }
}
