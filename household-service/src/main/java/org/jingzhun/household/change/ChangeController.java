package org.jingzhun.household.change;

import java.net.URI;
import java.util.Arrays;
import java.util.List;

import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jingzhun.household.change.ChangeViews.ChangeView;
import org.jingzhun.starter.access.Area;
import org.jingzhun.starter.access.Caller;
import org.jingzhun.starter.access.May;
import org.jingzhun.starter.access.Permitted;
import org.jingzhun.starter.access.Scope;
import org.jingzhun.starter.idempotency.Idempotency;
import org.jingzhun.starter.page.Cursor;
import org.jingzhun.starter.page.Page;
import org.jingzhun.starter.web.IfMatch;
import org.jingzhun.starter.web.Version;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
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

/** Changes of the register: entered by one officer, approved, refused or taken back. */
@RestController
@RequestMapping(ChangeController.PATH)
@May("household:read")
class ChangeController {

    static final String PATH = "/api/household/v1/changes";

    private final ChangeService service;
    private final Changes changes;
    private final ChangeViews views;
    private final Idempotency idempotency;

    ChangeController(ChangeService service, Changes changes, ChangeViews views, Idempotency idempotency) {
        this.service = service;
        this.changes = changes;
        this.views = views;
        this.idempotency = idempotency;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED) // for the description; the answer says it itself
    @May("household:change")
    ResponseEntity<ChangeView> enter(@Valid @RequestBody Action wanted,
            @Parameter(description = "The ETag of the household that is changed; needed but for add-household") @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key, Scope scope,
            @Permitted("household:read-sensitive") Scope sensitive, Caller caller) {
        try {
            var outcome = idempotency.once(caller, "POST " + PATH, key, wanted,
                    () -> PATH + "/" + service.enter(wanted, seen(ifMatch), scope, sensitive, caller));
            var number = outcome.location().substring(outcome.location().lastIndexOf('/') + 1);
            var entered = changes.find(number, scope).orElseThrow(Refusals.ChangeUnknown::new);
            return ResponseEntity.created(URI.create(outcome.location())).eTag(Version.tag(entered.version()))
                    .body(views.view(entered, sensitive));
        } catch (Refusals.RegisteredElsewhere refusal) {
            service.tellOfDuplicate(refusal, caller, wanted);
            throw refusal;
        }
    }

    @GetMapping
    Page<ChangeView> list(Area area, Cursor after, @RequestParam(required = false) @Nullable ChangeState state,
            @RequestParam(required = false) @Nullable String action, @RequestParam(required = false) @Nullable String household,
            @Permitted("household:read-sensitive") Scope sensitive) {
        var page = Page.of(changes.page(area.scope(), new Changes.Filter(state, action, household), after), after,
                it -> List.of(it.village(), it.id()));
        return new Page<>(page.items().stream().map(it -> views.view(it.change(), sensitive)).toList(), page.next());
    }

    @GetMapping("/{number}")
    ResponseEntity<ChangeView> one(@PathVariable String number, Scope scope,
            @Permitted("household:read-sensitive") Scope sensitive) {
        return answer(changes.find(number, scope).orElseThrow(Refusals.ChangeUnknown::new), sensitive);
    }

    @PutMapping("/{number}/approval")
    @May("household:approve-change")
    ResponseEntity<ChangeView> approve(@PathVariable String number, Scope scope,
            @Permitted("household:read-sensitive") Scope sensitive, Caller caller) {
        var decided = service.approve(number, scope, caller);
        if (decided.state() == ChangeState.CONFLICTED) {
            throw new Refusals.ChangeConflicted(decided.conflicts());
        }
        return answer(decided, sensitive);
    }

    @PutMapping("/{number}/refusal")
    @May("household:approve-change")
    ResponseEntity<ChangeView> refuse(@PathVariable String number, @Valid @RequestBody Refusal refusal, Scope scope,
            @Permitted("household:read-sensitive") Scope sensitive, Caller caller) {
        return answer(service.refuse(number, refusal.reason().strip(), scope, caller), sensitive);
    }

    @PutMapping("/{number}/withdrawal")
    @May("household:change")
    ResponseEntity<ChangeView> withdraw(@PathVariable String number, Scope scope,
            @Permitted("household:read-sensitive") Scope sensitive, Caller caller) {
        return answer(service.withdraw(number, scope, caller), sensitive);
    }

    private ResponseEntity<ChangeView> answer(Change change, Scope sensitive) {
        return ResponseEntity.ok().eTag(Version.tag(change.version())).body(views.view(change, sensitive));
    }

    private static @Nullable IfMatch seen(@Nullable String header) {
        return header == null ? null : new IfMatch(Arrays.stream(header.split(",", -1)).map(String::strip).toList());
    }

    record Refusal(@NotBlank @Size(max = 400) String reason) {}
}
