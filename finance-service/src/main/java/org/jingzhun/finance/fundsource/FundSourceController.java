package org.jingzhun.finance.fundsource;

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

/** Sources of funds, by list and one by one. */
@RestController
@RequestMapping(FundSourceController.PATH)
@May("fund-source:read")
class FundSourceController {

    static final String PATH = "/api/finance/v1/fund-sources";

    private final Ledger<FundSource> fundSources;
    private final Idempotency idempotency;

    FundSourceController(Ledger<FundSource> fundSources, Idempotency idempotency) {
        this.fundSources = fundSources;
        this.idempotency = idempotency;
    }

    @GetMapping
    Page<FundSourceView> list(Area area, @RequestParam(required = false) @Nullable FundKind kind,
            @RequestParam(required = false) @Nullable FundLevel level, @RequestParam(required = false) @Nullable Integer year,
            Cursor after) {
        var filters = new LinkedHashMap<String, Object>();
        if (kind != null) {
            filters.put("kind", kind.name());
        }
        if (level != null) {
            filters.put("level", level.name());
        }
        if (year != null) {
            filters.put("budget_year", year);
        }
        return fundSources.page(area.scope(), filters, after).map(FundSourceView::of);
    }

    @GetMapping("/{number}")
    ResponseEntity<FundSourceView> one(@PathVariable String number, Scope scope) {
        return answer(ResponseEntity.ok(), fundSources.get(number, scope));
    }

    /** Every version, the newest first. */
    @GetMapping("/{number}/versions")
    Page<FundSourceView> versions(@PathVariable String number, Scope scope, Cursor after) {
        return fundSources.versions(number, scope, after).map(FundSourceView::of);
    }

    @PostMapping
    @May("fund-source:change")
    @ResponseStatus(HttpStatus.CREATED) // for the description; the answer says it itself
    ResponseEntity<FundSourceView> add(@RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @Valid @RequestBody WantedFundSource wanted, Scope scope, Caller caller) {
        var outcome = idempotency.once(caller, "POST " + PATH, key, wanted, () -> PATH + "/" + fundSources
                .add(wanted.number(), wanted.division(), wanted.content(), scope, caller).number());
        return answer(ResponseEntity.created(URI.create(outcome.location())), fundSources.get(wanted.number(), scope));
    }

    @PutMapping("/{number}")
    @May("fund-source:change")
    ResponseEntity<FundSourceView> change(@PathVariable String number, @Valid @RequestBody WantedFundSource wanted, IfMatch seen,
            Scope scope, Caller caller) {
        return answer(ResponseEntity.ok(), fundSources.change(number, wanted.number(), wanted.division(), wanted.content(), seen,
                scope, caller));
    }

    /** The money was withdrawn, or was never given. */
    @PutMapping("/{number}/closing")
    @May("fund-source:change")
    ResponseEntity<FundSourceView> close(@PathVariable String number, @Valid @RequestBody Closing closing, IfMatch seen,
            Scope scope, Caller caller) {
        return answer(ResponseEntity.ok(), fundSources.close(number, closing, seen, scope, caller));
    }

    private static ResponseEntity<FundSourceView> answer(ResponseEntity.BodyBuilder answer, Kept<FundSource> source) {
        return answer.eTag(Version.tag(source.version())).body(FundSourceView.of(source));
    }
}
