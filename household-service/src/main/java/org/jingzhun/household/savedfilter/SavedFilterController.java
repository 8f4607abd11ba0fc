package org.jingzhun.household.savedfilter;

import java.net.URI;
import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jingzhun.household.register.HouseholdFilter;
import org.jingzhun.starter.access.Caller;
import org.jingzhun.starter.access.May;
import org.jingzhun.starter.access.Scope;
import org.jingzhun.starter.page.Cursor;
import org.jingzhun.starter.page.Page;
import org.jingzhun.starter.web.IfMatch;
import org.jingzhun.starter.web.Version;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Filters of lists under names. */
@RestController
@RequestMapping(SavedFilterController.PATH)
@May("household:read")
class SavedFilterController {

    static final String PATH = "/api/household/v1/saved-filters";

    private final SavedFilters filters;

    SavedFilterController(SavedFilters filters) {
        this.filters = filters;
    }

    @GetMapping
    Page<SavedFilter> list(Caller caller, Scope scope, Cursor after) {
        return Page.of(filters.of(caller.account(), scope, after.isStart() ? 0 : after.number(0), after.fetch()), after,
                filter -> List.of(filter.id()));
    }

    @PostMapping
    ResponseEntity<SavedFilter> add(@Valid @RequestBody NewFilter wanted, Caller caller, Scope scope) {
        var added = filters.add(wanted, caller.account(), scope);
        return ResponseEntity.created(URI.create(PATH + "/" + added.number())).eTag(Version.tag(added.version())).body(added);
    }

    @GetMapping("/{number}")
    ResponseEntity<SavedFilter> one(@PathVariable String number, Caller caller) {
        var found = filters.own(number, caller.account()).orElseThrow(SavedFilterNotFound::new);
        return ResponseEntity.ok().eTag(Version.tag(found.version())).body(found);
    }

    @PutMapping("/{number}")
    ResponseEntity<SavedFilter> change(@PathVariable String number, @Valid @RequestBody NewFilter wanted, IfMatch seen,
            Caller caller, Scope scope) {
        var changed = filters.change(number, wanted, caller.account(), scope, seen);
        return ResponseEntity.ok().eTag(Version.tag(changed.version())).body(changed);
    }

    @DeleteMapping("/{number}")
    ResponseEntity<Void> delete(@PathVariable String number, Caller caller) {
        filters.delete(number, caller.account());
        return ResponseEntity.noContent().build();
    }

    /** What to keep; a name of the filter, never of a person. */
    record NewFilter(@NotBlank @Size(max = 60) String name,
            @NotNull @Pattern(regexp = "|\\d{2}|\\d{4}|\\d{6}|\\d{9}|\\d{12}") String area, boolean shared,
            @NotNull @Valid HouseholdFilter filter) {}
}
