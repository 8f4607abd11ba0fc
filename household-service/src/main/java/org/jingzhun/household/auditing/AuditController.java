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

/** The audit of an area, or of one record. */
@RestController
@RequestMapping("/api/household/v1/audit-entries")
@May("audit:read")
class AuditController {

    private final AuditEntries entries;

    AuditController(AuditEntries entries) {
        this.entries = entries;
    }

    @GetMapping
    Page<AuditEntries.AuditLine> list(Area area, Cursor after, @RequestParam(required = false) @Nullable String subjectKind,
            @RequestParam(required = false) @Nullable String subject) {
        return entries.page(area.scope(), subjectKind, subject, after);
    }
}
