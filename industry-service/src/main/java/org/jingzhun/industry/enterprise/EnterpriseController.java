package org.jingzhun.industry.enterprise;

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

/** Enterprises, by list and one by one. */
@RestController
@RequestMapping(EnterpriseController.PATH)
@May("enterprise:read")
class EnterpriseController {

    static final String PATH = "/api/industry/v1/enterprises";

    private final Ledger<Enterprise> enterprises;
    private final Idempotency idempotency;

    EnterpriseController(Ledger<Enterprise> enterprises, Idempotency idempotency) {
        this.enterprises = enterprises;
        this.idempotency = idempotency;
    }

    @GetMapping
    Page<EnterpriseView> list(Area area, @RequestParam(required = false) @Nullable EnterpriseKind kind,
            @RequestParam(required = false) @Nullable EnterpriseLevel level, Cursor after) {
        var filters = new LinkedHashMap<String, Object>();
        if (kind != null) {
            filters.put("kind", kind.name());
        }
        if (level != null) {
            filters.put("level", level.name());
        }
        return enterprises.page(area.scope(), filters, after).map(EnterpriseView::of);
    }

    @GetMapping("/{creditCode}")
    ResponseEntity<EnterpriseView> one(@PathVariable String creditCode, Scope scope) {
        return answer(ResponseEntity.ok(), enterprises.get(creditCode, scope));
    }

    /** Every version, the newest first. */
    @GetMapping("/{creditCode}/versions")
    Page<EnterpriseView> versions(@PathVariable String creditCode, Scope scope, Cursor after) {
        return enterprises.versions(creditCode, scope, after).map(EnterpriseView::of);
    }

    @PostMapping
    @May("enterprise:change")
    @ResponseStatus(HttpStatus.CREATED) // for the description; the answer says it itself
    ResponseEntity<EnterpriseView> add(@RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @Valid @RequestBody WantedEnterprise wanted, Scope scope, Caller caller) {
        var outcome = idempotency.once(caller, "POST " + PATH, key, wanted, () -> PATH + "/" + enterprises
                .add(wanted.creditCode().value(), wanted.division(), wanted.content(), scope, caller).number());
        return answer(ResponseEntity.created(URI.create(outcome.location())),
                enterprises.get(wanted.creditCode().value(), scope));
    }

    @PutMapping("/{creditCode}")
    @May("enterprise:change")
    ResponseEntity<EnterpriseView> change(@PathVariable String creditCode, @Valid @RequestBody WantedEnterprise wanted,
            IfMatch seen,
            Scope scope, Caller caller) {
        return answer(ResponseEntity.ok(),
                enterprises.change(creditCode, wanted.creditCode().value(), wanted.division(), wanted.content(), seen,
                        scope, caller));
    }

    /** It was struck off, or is not recognised any more. */
    @PutMapping("/{creditCode}/closing")
    @May("enterprise:change")
    ResponseEntity<EnterpriseView> close(@PathVariable String creditCode, @Valid @RequestBody Closing closing, IfMatch seen,
            Scope scope, Caller caller) {
        return answer(ResponseEntity.ok(), enterprises.close(creditCode, closing, seen, scope, caller));
    }

    private static ResponseEntity<EnterpriseView> answer(ResponseEntity.BodyBuilder answer, Kept<Enterprise> enterprise) {
        return answer.eTag(Version.tag(enterprise.version())).body(EnterpriseView.of(enterprise));
    }
}
