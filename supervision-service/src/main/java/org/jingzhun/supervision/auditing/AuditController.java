package org.jingzhun.supervision.auditing;

import org.jingzhun.starter.audit.AuditEndpoint;
import org.jingzhun.starter.audit.AuditEntries;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The audit of an area, or of one record. */
@RestController
@RequestMapping("/api/supervision/v1/audit-entries")
class AuditController extends AuditEndpoint {

    AuditController(AuditEntries entries) {
        super(entries);
    }
}
