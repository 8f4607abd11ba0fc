package org.jingzhun.identity.emergency;

import java.net.URI;
import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jingzhun.starter.access.Caller;
import org.jingzhun.starter.access.May;
import org.jingzhun.starter.idempotency.Idempotency;
import org.jingzhun.starter.page.Cursor;
import org.jingzhun.starter.page.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** An officer opens another area to himself. The next access token has it; the present one stays as it is. */
@RestController
@RequestMapping("/api/identity/v1/me/emergency-grants")
@May("emergency-grant:take")
class MyEmergencyController {

    static final String PATH = "/api/identity/v1/me/emergency-grants";

    private final EmergencyService emergencies;
    private final EmergencyGrants grants;
    private final Idempotency idempotency;

    MyEmergencyController(EmergencyService emergencies, EmergencyGrants grants, Idempotency idempotency) {
        this.emergencies = emergencies;
        this.grants = grants;
        this.idempotency = idempotency;
    }

    @GetMapping
    Page<EmergencyGrant> mine(Caller caller, Cursor after) {
        return Page.of(grants.ofAccount(caller.account(), after), after, grant -> List.of(grant.number()));
    }

    @PostMapping
    ResponseEntity<EmergencyGrant> take(@Valid @RequestBody Emergency wanted, Caller caller,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
        if (!caller.isPerson()) {
            throw new AccessDeniedException("a machine has no emergencies");
        }
        var done = idempotency.once(caller, "POST " + PATH, key, wanted,
                () -> PATH + "/" + emergencies.take(caller, wanted.area(), wanted.reason().strip()).id());
        var id = done.location().substring(PATH.length() + 1);
        return ResponseEntity.created(URI.create(done.location()))
                .body(grants.findOwn(id, caller.account()).orElseThrow(EmergencyGrantNotFound::new));
    }

    @DeleteMapping("/{id}")
    ResponseEntity<Void> end(@PathVariable String id, Caller caller) {
        emergencies.end(caller, id);
        return ResponseEntity.noContent().build();
    }

    /** @param reason what the county that is opened will read: at least twenty characters, no personal data */
    record Emergency(@NotNull @Pattern(regexp = "[0-9]{6}|[0-9]{9}|[0-9]{12}") String area,
            @NotNull @Size(max = 400) @Pattern(regexp = "(?s)\\s*(\\S\\s*){20,}", message = "{emergency.reason}") String reason) {}
}
