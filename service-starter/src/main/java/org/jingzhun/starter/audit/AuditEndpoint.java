package org.jingzhun.starter.audit;

import org.jingzhun.starter.access.Area;
import org.jingzhun.starter.access.May;
import org.jingzhun.starter.page.Cursor;
import org.jingzhun.starter.page.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The audit of an area, or of one record. A service makes a controller of it that says under which path. */
@May("audit:read")
public abstract class AuditEndpoint {

    private final AuditEntries entries;

    protected AuditEndpoint(AuditEntries entries) {
        this.entries = entries;
    }

    /** The newest first. */
    @GetMapping
    public Page<AuditEntries.AuditLine> list(Area area, Cursor after,
            @RequestParam(required = false) @Nullable String subjectKind,
            @RequestParam(required = false) @Nullable String subject) {
        return entries.page(area.scope(), subjectKind, subject, after);
    }
}
