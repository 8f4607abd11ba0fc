package org.jingzhun.household.correction;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
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
import tools.jackson.databind.JsonNode;

/** Corrections of the register: entered by one officer, approved or refused by another. */
@RestController
@RequestMapping(CorrectionController.PATH)
@May("household:read")
class CorrectionController {

    static final String PATH = "/api/household/v1/corrections";

    private final CorrectionService service;
    private final Corrections corrections;
    private final CorrectionViews views;
    private final Idempotency idempotency;

    CorrectionController(CorrectionService service, Corrections corrections, CorrectionViews views, Idempotency idempotency) {
        this.service = service;
        this.corrections = corrections;
        this.views = views;
        this.idempotency = idempotency;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED) // for the description; the answer says it itself
    @May("household:correct")
    ResponseEntity<CorrectionView> enter(@Valid @RequestBody NewCorrection wanted, IfMatch ifMatch,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key, Scope scope,
            @Permitted("household:read-sensitive") Scope sensitive, Caller caller) {
        var outcome = idempotency.once(caller, "POST " + PATH, key, wanted,
                () -> PATH + "/" + service.enter(wanted, ifMatch, scope, sensitive, caller));
        var number = outcome.location().substring(outcome.location().lastIndexOf('/') + 1);
        var entered = corrections.find(number, scope).orElseThrow(CorrectionNotFound::new);
        return ResponseEntity.created(URI.create(outcome.location())).eTag(Version.tag(entered.version()))
                .body(views.view(entered, sensitive));
    }

    @GetMapping
    Page<CorrectionView> list(Area area, Cursor after, @RequestParam(required = false) @Nullable CorrectionState state,
            @RequestParam(required = false) @Nullable String household, @Permitted("household:read-sensitive") Scope sensitive) {
        var page = Page.of(corrections.page(area.scope(), state, household, after), after,
                it -> List.of(it.correction().village(), it.id()));
        return new Page<>(views.views(page.items().stream().map(Corrections.Identified::correction).toList(), sensitive),
                page.next());
    }

    @GetMapping("/{number}")
    ResponseEntity<CorrectionView> one(@PathVariable String number, Scope scope,
            @Permitted("household:read-sensitive") Scope sensitive) {
        return answer(corrections.find(number, scope).orElseThrow(CorrectionNotFound::new), sensitive);
    }

    @PutMapping("/{number}/approval")
    @May("household:approve-correction")
    ResponseEntity<CorrectionView> approve(@PathVariable String number, Scope scope,
            @Permitted("household:read-sensitive") Scope sensitive, Caller caller) {
        return answer(service.approve(number, scope, caller), sensitive);
    }

    @PutMapping("/{number}/refusal")
    @May("household:approve-correction")
    ResponseEntity<CorrectionView> refuse(@PathVariable String number, @Valid @RequestBody Refusal refusal, Scope scope,
            @Permitted("household:read-sensitive") Scope sensitive, Caller caller) {
        return answer(service.refuse(number, refusal.reason().strip(), scope, caller), sensitive);
    }

    private ResponseEntity<CorrectionView> answer(Correction correction, Scope sensitive) {
        return ResponseEntity.ok().eTag(Version.tag(correction.version())).body(views.view(correction, sensitive));
    }

    /**
     * What is to change and why. {@code person} is named for a field of a member; {@code together} holds what only makes sense with it.
     */
    record NewCorrection(@NotBlank @Pattern(regexp = "[0-9A-Za-z-]{1,32}") String household,
            @Nullable @Pattern(regexp = "[0-9A-Za-z-]{1,32}") String person, @NotBlank @Size(max = 40) String field,
            @Schema(implementation = Object.class, description = "As the field is: text, code, array of codes, number, true or false; null empties it") @Nullable JsonNode value,
            @Nullable @Size(max = 20) List<@Valid @NotNull WantedChange> together,
            @NotBlank @Size(max = 400) String reason, @Nullable @Size(max = 400) String evidence) {

        List<WantedChange> all() {
            var all = new ArrayList<WantedChange>();
            all.add(new WantedChange(person, field, value));
            if (together != null) {
                all.addAll(together);
            }
            return all;
        }

        @Override
        public String toString() {
            return "NewCorrection[" + field + "]"; // values may be personal
        }
    }

    record WantedChange(@Nullable @Pattern(regexp = "[0-9A-Za-z-]{1,32}") String person, @NotBlank @Size(max = 40) String field,
            @Schema(implementation = Object.class, description = "As the field is: text, code, array of codes, number, true or false; null empties it") @Nullable JsonNode value) {

        @Override
        public String toString() {
            return "WantedChange[" + field + "]"; // values may be personal
        }
    }

    record Refusal(@NotBlank @Size(max = 400) String reason) {}

    /** {@code id} is the correction's opaque number; values are masked, and null where {@code withheld}. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CorrectionView(String id, String household, String village, CorrectionState state, boolean fourEyes,
            List<CorrectionViews.ChangeView> changes, String reason, @Nullable String evidence, String enteredBy,
            String enteredAt,
            @Nullable String decidedBy, @Nullable String decidedAt, @Nullable String refusal) {}
}
