package org.jingzhun.household.auditing;

import org.jingzhun.starter.access.Area;
import org.jingzhun.starter.access.May;
import org.jingzhun.starter.page.Cursor;
import org.jingzhun.starter.page.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who opened what in an area, by account, or of one record. */
@RestController
@RequestMapping("/api/household/v1/access-entries")
@May("access-log:read")
class AccessController {

    private final AccessEntries entries;

    AccessController(AccessEntries entries) {
        this.entries = entries;
    }

    @GetMapping
    Page<AccessEntries.AccessLine> list(Area area, Cursor after, @RequestParam(required = false) @Nullable String account,
            @RequestParam(required = false) @Nullable String subject) {
        return entries.page(area.scope(), account, subject, after);
    }
}
