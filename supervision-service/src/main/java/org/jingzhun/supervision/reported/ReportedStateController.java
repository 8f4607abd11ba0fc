package org.jingzhun.supervision.reported;

import java.util.List;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.jingzhun.starter.access.Area;
import org.jingzhun.starter.access.May;
import org.jingzhun.starter.access.Scope;
import org.jingzhun.starter.page.Cursor;
import org.jingzhun.starter.page.Page;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the services told, for officers of discipline and inspectors. */
@RestController
@RequestMapping("/api/supervision/v1")
@May("reported-state:read")
class ReportedStateController {

    private static final String NAME = "[a-z][a-z0-9-]{0,39}";

    private final ReportedStates states;

    ReportedStateController(ReportedStates states) {
        this.states = states;
    }

    /** Records of one kind and service, by (division, id). */
    @GetMapping("/reported-states")
    Page<Reported> list(@RequestParam @NotNull @Pattern(regexp = NAME) String source,
            @RequestParam @NotNull @Pattern(regexp = NAME) String kind, Area area, Cursor after) {
        return states.page(source, kind, area.scope(), after);
    }

    @GetMapping("/reported-states/{source}/{kind}/{id}")
    Reported one(@PathVariable String source, @PathVariable String kind, @PathVariable String id, Scope scope) {
        return states.find(source, kind, id, scope).orElseThrow(NotReported::new);
    }

    /** Whether two builds of the store are equal, as far as the caller reaches: compare these. It reads every row. */
    @GetMapping("/reported-state-digests")
    @May("feed:read")
    List<ReportedStates.Digest> digests(Scope scope) {
        return states.digests(scope);
    }
}
