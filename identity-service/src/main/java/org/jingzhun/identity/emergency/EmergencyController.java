package org.jingzhun.identity.emergency;

import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jingzhun.starter.access.Area;
import org.jingzhun.starter.access.Caller;
import org.jingzhun.starter.access.May;
import org.jingzhun.starter.access.Scope;
import org.jingzhun.starter.page.Cursor;
import org.jingzhun.starter.page.Page;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who opened our area in an emergency, for those who answer for it. */
@RestController
@RequestMapping("/api/identity/v1/emergency-grants")
@May("emergency-grant:read")
class EmergencyController {

    private final EmergencyService emergencies;
    private final EmergencyGrants grants;

    EmergencyController(EmergencyService emergencies, EmergencyGrants grants) {
        this.emergencies = emergencies;
        this.grants = grants;
    }

    @GetMapping
    Page<EmergencyGrant> list(Area area, Cursor after) {
        return Page.of(grants.in(area.scope(), after), after, grant -> List.of(grant.number()));
    }

    @PutMapping("/{id}/review")
    @May("emergency-grant:review")
    EmergencyGrant review(@PathVariable String id, @Valid @RequestBody Review review, Scope scope, Caller caller) {
        return emergencies.review(caller, scope, id, review.remark());
    }

    /** What the county found: whether there was an emergency, and what follows. */
    record Review(@NotBlank @Size(max = 400) String remark) {}
}
