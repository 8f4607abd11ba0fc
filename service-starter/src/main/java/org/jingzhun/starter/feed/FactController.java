package org.jingzhun.starter.feed;

import org.jingzhun.starter.access.Caller;
import org.jingzhun.starter.access.May;
import org.jingzhun.starter.access.Scope;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The feed as other services read it. */
@RestController
@RequestMapping("/api/${jingzhun.feed.service}/v1/facts")
class FactController {

    private final FeedPages pages;
    private final FeedSettings settings;

    FactController(FeedPages pages, FeedSettings settings) {
        this.pages = pages;
        this.settings = settings;
    }

    /**
     * Facts in their order, one per line, the end of the page as the last line; a page without it was broken off.
     *
     * @param after {@code next} of the page before; none for the very first fact
     */
    @GetMapping(produces = "application/x-ndjson")
    @May("fact:read")
    ResponseEntity<byte[]> facts(@RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit, Scope scope, Caller caller) {
        if (caller.isPerson()) {
            throw new AccessDeniedException("facts are for machines");
        }
        var wanted = limit == null ? settings.defaultLimit() : Math.clamp(limit, 1, settings.maxLimit());
        return ResponseEntity.ok().body(pages.page(after, wanted, scope));
    }
}
