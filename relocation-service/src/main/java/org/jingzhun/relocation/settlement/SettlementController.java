package org.jingzhun.relocation.settlement;

import java.net.URI;
import java.util.LinkedHashMap;

import jakarta.validation.Valid;
import org.jingzhun.starter.access.Area;
import org.jingzhun.starter.access.Caller;
import org.jingzhun.starter.access.May;
import org.jingzhun.starter.access.Scope;
import org.jingzhun.starter.idempotency.Idempotency;
import org.jingzhun.starter.ledger.Closing;
import org.jingzhun.starter.ledger.Kept;
import org.jingzhun.starter.ledger.Ledger;
import org.jingzhun.starter.page.Cursor;
import org.jingzhun.starter.page.Page;
import org.jingzhun.starter.web.IfMatch;
import org.jingzhun.starter.web.Version;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Settlements, by list and one by one. */
@RestController
@RequestMapping(SettlementController.PATH)
@May("settlement:read")
class SettlementController {

    static final String PATH = "/api/relocation/v1/settlements";

    private final Ledger<Settlement> settlements;
    private final BorderBands bands;
    private final Idempotency idempotency;

    SettlementController(Ledger<Settlement> settlements, BorderBands bands, Idempotency idempotency) {
        this.settlements = settlements;
        this.bands = bands;
        this.idempotency = idempotency;
    }

    @GetMapping
    Page<SettlementView> list(Area area, @RequestParam(required = false) @Nullable BorderBand borderBand,
            @RequestParam(required = false) @Nullable SettlementKind kind, Cursor after) {
        var filters = new LinkedHashMap<String, Object>();
        if (borderBand != null) {
            filters.put("border_band", borderBand.name());
        }
        if (kind != null) {
            filters.put("kind", kind.name());
        }
        return settlements.page(area.scope(), filters, after).map(SettlementView::of);
    }

    @GetMapping("/{number}")
    ResponseEntity<SettlementView> one(@PathVariable String number, Scope scope) {
        return answer(ResponseEntity.ok(), settlements.get(number, scope));
    }

    /** Every version, the newest first. */
    @GetMapping("/{number}/versions")
    Page<SettlementView> versions(@PathVariable String number, Scope scope, Cursor after) {
        return settlements.versions(number, scope, after).map(SettlementView::of);
    }

    @PostMapping
    @May("settlement:change")
    @ResponseStatus(HttpStatus.CREATED) // for the description; the answer says it itself
    ResponseEntity<SettlementView> add(@RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @Valid @RequestBody WantedSettlement wanted, Scope scope, Caller caller) {
        var outcome = idempotency.once(caller, "POST " + PATH, key, wanted, () -> PATH + "/" + settlements
                .add(wanted.number(), wanted.division(), wanted.content(bands), scope, caller).number());
        return answer(ResponseEntity.created(URI.create(outcome.location())), settlements.get(wanted.number(), scope));
    }

    @PutMapping("/{number}")
    @May("settlement:change")
    ResponseEntity<SettlementView> change(@PathVariable String number, @Valid @RequestBody WantedSettlement wanted, IfMatch seen,
            Scope scope, Caller caller) {
        return answer(ResponseEntity.ok(),
                settlements.change(number, wanted.number(), wanted.division(), wanted.content(bands), seen,
                        scope, caller));
    }

    /** It is given up, or nobody lives there any more. */
    @PutMapping("/{number}/closing")
    @May("settlement:change")
    ResponseEntity<SettlementView> close(@PathVariable String number, @Valid @RequestBody Closing closing, IfMatch seen,
            Scope scope, Caller caller) {
        return answer(ResponseEntity.ok(), settlements.close(number, closing, seen, scope, caller));
    }

    private static ResponseEntity<SettlementView> answer(ResponseEntity.BodyBuilder answer, Kept<Settlement> settlement) {
        return answer.eTag(Version.tag(settlement.version())).body(SettlementView.of(settlement));
    }
}
