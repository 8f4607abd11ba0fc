package org.jingzhun.household.search;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import org.jingzhun.starter.access.Caller;
import org.jingzhun.starter.access.May;
import org.jingzhun.starter.access.Permitted;
import org.jingzhun.starter.access.Scope;
import org.jingzhun.starter.page.Cursor;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Searches for persons. */
@RestController
@RequestMapping("/api/household/v1/person-searches")
@May("household:read")
class PersonSearchController {

    private final PersonSearch search;

    PersonSearchController(PersonSearch search) {
        this.search = search;
    }

    @PostMapping
    PersonHits search(@Valid @RequestBody WantedPerson wanted, Cursor after, Scope scope,
            @Permitted("household:read-sensitive") Scope sensitive, Caller caller) {
        return search.find(wanted, after, scope, sensitive, caller);
    }

    /** {@code complete} is false where there may be more: then {@code next} says where to go on, even after a page without anybody. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PersonHits(List<PersonHit> items, boolean complete, @Nullable String next) {}
}
