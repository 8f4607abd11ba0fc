package org.jingzhun.household.codelist;

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

/** The code lists, whole or as of a day: reference data, the same for every caller. */
@RestController
@RequestMapping("/api/household/v1/code-lists")
@May("code-list:read")
class CodeListController {

    private static final CacheControl SHARED = CacheControl.maxAge(Duration.ofMinutes(5)).cachePublic();

    private final CodeLists lists;

    CodeListController(CodeLists lists) {
        this.lists = lists;
    }

    @GetMapping
    ResponseEntity<CodeListNames> all() {
        return ResponseEntity.ok().cacheControl(SHARED).body(new CodeListNames(lists.lists().stream().sorted().toList()));
    }

    @GetMapping("/{list}")
    ResponseEntity<CodeListView> one(@PathVariable String list, @RequestParam(required = false) @Nullable LocalDate asOf) {
        var entries = lists.entries(list);
        if (entries.isEmpty()) {
            throw new CodeListNotFound();
        }
        return ResponseEntity.ok().cacheControl(SHARED).body(new CodeListView(list,
                entries.stream().filter(entry -> asOf == null || entry.validOn(asOf)).map(CodeView::of).toList()));
    }

    record CodeListNames(List<String> items) {}

    record CodeListView(String list, List<CodeView> items) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CodeView(String code, String name, String source, LocalDate validFrom, @Nullable LocalDate validTo) {

        static CodeView of(CodeEntry from) {
            return new CodeView(from.code(), from.name(), from.source(), from.validFrom(), from.validTo());
        }
    }
}
