package org.jingzhun.household.figure;

import java.util.Map;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jingzhun.starter.access.AreaNotYours;
import org.jingzhun.starter.access.Caller;
import org.jingzhun.starter.access.May;
import org.jingzhun.starter.access.Scope;
import org.jingzhun.starter.audit.Audit;
import org.jingzhun.starter.audit.Subject;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The back-fill of the figures: needed after the register was loaded past the service. */
@RestController
@RequestMapping("/api/household/v1/figure-filling")
@May("figure:fill")
class FillingController {

    private final Filling filling;
    private final TransactionTemplate transaction;
    private final Audit audit;

    FillingController(Filling filling, TransactionTemplate transaction, Audit audit) {
        this.filling = filling;
        this.transaction = transaction;
        this.audit = audit;
    }

    /** How far it is. */
    @GetMapping
    FillingView state(Scope scope) {
        requireAll(scope);
        return filling.view();
    }

    /** Counts the whole register anew; until it is done, figures are answered by 503. */
    @PutMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    FillingView begin(Scope scope, Caller caller) {
        requireAll(scope);
        transaction.executeWithoutResult(status -> {
            filling.begin();
            audit.record(caller, "figures.filling", Subject.of("figures", "all"), Map.of());
        });
        return filling.view();
    }

    private static void requireAll(Scope scope) {
        if (!(scope instanceof Scope.Ranges ranges) || ranges.ranges().stream().noneMatch(it -> it.division().isEmpty())) {
            throw new AreaNotYours("");
        }
    }

    /** Its state, and the last household that is counted of those that have to be. */
    @Schema(name = "FigureFilling")
    record FillingView(String state, long done, long to) {}
}
