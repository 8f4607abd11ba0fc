package org.jingzhun.identity.account;

import java.net.URI;
import java.util.List;

import jakarta.validation.Valid;
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
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Accounts, for the administrators of their area. */
@RestController
@RequestMapping("/api/identity/v1/accounts")
@May("account:administer")
class AccountController {

    static final String PATH = "/api/identity/v1/accounts";

    private final AccountService accounts;
    private final AccountList list;
    private final TemporaryGrants temporary;
    private final Idempotency idempotency;

    AccountController(AccountService accounts, AccountList list, TemporaryGrants temporary, Idempotency idempotency) {
        this.accounts = accounts;
        this.list = list;
        this.temporary = temporary;
        this.idempotency = idempotency;
    }

    @GetMapping
    @May("account:read")
    Page<AccountView> persons(Area area, Cursor after) {
        return Page.of(list.of(AccountKind.PERSON, area.scope(), after), after, account -> List.of(account.login()));
    }

    @GetMapping("/{id}")
    @May("account:read")
    AccountView one(@PathVariable String id, Scope scope) {
        return view(accounts.find(new Reach(scope), id));
    }

    @PostMapping
    ResponseEntity<AccountView> open(@Valid @RequestBody NewAccount wanted, Scope scope, Caller caller,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
        var reach = new Reach(scope);
        var done = idempotency.once(caller, "POST " + PATH, key, wanted, () -> PATH + "/" + accounts.openPerson(
                reach, caller, new Login(wanted.login()), wanted.name(), NewGrant.all(wanted.grants()),
                wanted.temporaryPassword()).id());
        var id = done.location().substring(PATH.length() + 1);
        return ResponseEntity.created(URI.create(done.location())).body(view(accounts.find(reach, id)));
    }

    @PutMapping("/{id}/grants")
    AccountView changeGrants(@PathVariable String id, @Valid @RequestBody NewGrants wanted, Scope scope, Caller caller) {
        return view(accounts.changeGrants(new Reach(scope), caller, id, NewGrant.all(wanted.grants())));
    }

    @PutMapping("/{id}/lock")
    AccountView lock(@PathVariable String id, Scope scope, Caller caller) {
        return view(accounts.lock(new Reach(scope), caller, id));
    }

    @DeleteMapping("/{id}/lock")
    AccountView unlock(@PathVariable String id, Scope scope, Caller caller) {
        return view(accounts.unlock(new Reach(scope), caller, id));
    }

    @PutMapping("/{id}/password")
    ResponseEntity<Void> giveTemporaryPassword(@PathVariable String id, @Valid @RequestBody TemporaryPassword given, Scope scope,
            Caller caller) {
        accounts.giveTemporaryPassword(new Reach(scope), caller, id, given.temporaryPassword());
        return ResponseEntity.noContent().build();
    }

    private AccountView view(Account account) {
        return AccountView.of(account, temporary.running(account.id()));
    }

    record NewAccount(
            @NotNull @Pattern(regexp = "[A-Za-z][A-Za-z0-9._-]{1,63}") String login,
            @NotBlank @Size(max = 100) String name,
            @NotEmpty @Size(max = 20) List<@Valid @NotNull NewGrant> grants,
            @Nullable @Size(max = 200) String temporaryPassword) {}

    record NewGrants(@NotEmpty @Size(max = 20) List<@Valid @NotNull NewGrant> grants) {}

    record TemporaryPassword(@NotNull @Size(max = 200) String temporaryPassword) {}
}
