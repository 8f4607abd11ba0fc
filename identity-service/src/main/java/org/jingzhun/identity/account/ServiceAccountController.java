package org.jingzhun.identity.account;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jingzhun.starter.access.Area;
import org.jingzhun.starter.access.Caller;
import org.jingzhun.starter.access.May;
import org.jingzhun.starter.access.Scope;
import org.jingzhun.starter.idempotency.Idempotency;
import org.jingzhun.starter.page.Cursor;
import org.jingzhun.starter.page.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Accounts of other systems and their secrets. What else is done with them is done under /accounts. */
@RestController
@RequestMapping("/api/identity/v1/service-accounts")
@May("account:administer")
class ServiceAccountController {

    private static final String PATH = "/api/identity/v1/service-accounts";

    private final AccountService accounts;
    private final AccountList list;
    private final ServiceSecrets secrets;
    private final Idempotency idempotency;

    ServiceAccountController(AccountService accounts, AccountList list, ServiceSecrets secrets, Idempotency idempotency) {
        this.accounts = accounts;
        this.list = list;
        this.secrets = secrets;
        this.idempotency = idempotency;
    }

    @GetMapping
    @May("account:read")
    Page<AccountView> all(Area area, Cursor after) {
        return Page.of(list.of(AccountKind.SERVICE, area.scope(), after), after, account -> List.of(account.login()));
    }

    @PostMapping
    ResponseEntity<AccountView> open(@Valid @RequestBody NewServiceAccount wanted, Scope scope, Caller caller,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
        var reach = new Reach(scope);
        var done = idempotency.once(caller, "POST " + PATH, key, wanted,
                () -> AccountController.PATH + "/" + accounts.openService(
                        reach, caller, new Login(wanted.clientId()), wanted.name(), Set.copyOf(wanted.scopesOrNone()),
                        NewGrant.all(wanted.grants())).id());
        var id = done.location().substring(AccountController.PATH.length() + 1);
        return ResponseEntity.created(URI.create(done.location())).body(AccountView.of(accounts.find(reach, id), List.of()));
    }

    @GetMapping("/{id}/secrets")
    List<ServiceSecrets.Known> secrets(@PathVariable String id, Scope scope) {
        return secrets.list(accounts.find(new Reach(scope), id).id());
    }

    /** The secret is told once, in this answer. A repeat of the request tells which one it made, not what it is. */
    @PostMapping("/{id}/secrets")
    ResponseEntity<SecretView> addSecret(@PathVariable String id, @Valid @RequestBody NewSecret wanted, Scope scope,
            Caller caller,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
        var reach = new Reach(scope);
        accounts.find(reach, id);
        var secret = ServiceSecrets.random();
        var done = idempotency.once(caller, "POST " + PATH + "/{id}/secrets", key, new SecretFor(id, wanted),
                () -> accounts.addSecret(reach, caller, id, secret, Duration.ofDays(wanted.days())).id());
        var made = secrets.list(id).stream().filter(known -> known.id().equals(done.location())).findFirst()
                .orElseThrow(AccountNotFound::new);
        return ResponseEntity.status(HttpStatus.CREATED)
                .body(new SecretView(made.id(), done.repeated() ? null : secret, made.expiresAt()));
    }

    @DeleteMapping("/{id}/secrets/{secret}")
    ResponseEntity<Void> removeSecret(@PathVariable String id, @PathVariable String secret, Scope scope, Caller caller) {
        accounts.removeSecret(new Reach(scope), caller, id, secret);
        return ResponseEntity.noContent().build();
    }

    record NewServiceAccount(
            @NotNull @Pattern(regexp = "[A-Za-z][A-Za-z0-9._-]{1,63}") String clientId,
            @NotBlank @Size(max = 100) String name,
            @Nullable @Size(max = 20) List<@NotNull @Pattern(regexp = "[a-z][a-z0-9:._-]{0,39}") String> scopes,
            @NotEmpty @Size(max = 20) List<@Valid @NotNull NewGrant> grants) {

        List<String> scopesOrNone() {
            return scopes == null ? List.of() : scopes;
        }
    }

    /** How long a secret is good; a year if nothing is said. */
    record NewSecret(@Nullable @Min(1) @Max(1100) Integer lifetimeDays) {

        int days() {
            return lifetimeDays == null ? 365 : lifetimeDays;
        }
    }

    record SecretFor(String account, NewSecret wanted) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SecretView(String id, @Nullable String secret, Instant expiresAt) {}
}
