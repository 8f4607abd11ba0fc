package org.jingzhun.identity.account;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.jingzhun.identity.grant.GrantRules;
import org.jingzhun.identity.password.PasswordSettings;
import org.jingzhun.identity.password.Passwords;
import org.jingzhun.starter.access.Caller;
import org.jingzhun.starter.access.Grant;
import org.jingzhun.starter.audit.Audit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What an administrator does with accounts: only those that lie in his area with all their grants, and never more than his area
 * reaches.
 */
@Service
class AccountService {

    private final Accounts accounts;
    private final ServiceSecrets secrets;
    private final GrantRules rules;
    private final Passwords passwords;
    private final PasswordSettings settings;
    private final Audit audit;
    private final Clock clock;

    AccountService(Accounts accounts, ServiceSecrets secrets, GrantRules rules, Passwords passwords, PasswordSettings settings,
            Audit audit, Clock clock) {
        this.accounts = accounts;
        this.secrets = secrets;
        this.rules = rules;
        this.passwords = passwords;
        this.settings = settings;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public Account openPerson(Reach reach, Caller by, Login login, String name, Set<Grant> grants,
            @Nullable String temporaryPassword) {
        return open(reach, by, AccountKind.PERSON, login, name, Set.of(), grants, temporaryPassword);
    }

    @Transactional
    public Account openService(Reach reach, Caller by, Login clientId, String name, Set<String> scopes, Set<Grant> grants) {
        return open(reach, by, AccountKind.SERVICE, clientId, name, scopes, grants, null);
    }

    private Account open(Reach reach, Caller by, AccountKind kind, Login login, String name, Set<String> scopes,
            Set<Grant> grants,
            @Nullable String temporaryPassword) {
        reach.require(grants);
        rules.check(kind.claim(), grants);
        // A login outside the area is taken as well: the administrator must choose another one, and learns nothing else.
        if (accounts.findByLogin(login.value()).isPresent()) {
            throw new LoginTaken();
        }
        var opened = new Account(UUID.randomUUID().toString(), kind, login.value(), name, String.join(" ", scopes),
                clock.instant(),
                by.account());
        opened.hold(grants);
        if (temporaryPassword != null) {
            receive(opened, temporaryPassword);
        }
        return saved(opened, by, "account.opened", Map.of("kind", kind.claim(), "grants", texts(grants)));
    }

    @Transactional
    public Account changeGrants(Reach reach, Caller by, String id, Set<Grant> grants) {
        var account = foreign(reach, by, id);
        reach.require(grants);
        rules.check(account.kind().claim(), grants);
        var before = account.grants();
        if (before.equals(grants)) {
            return account;
        }
        account.hold(grants);
        return saved(account, by, "account.grants-changed", Map.of("before", texts(before), "after", texts(grants)));
    }

    @Transactional
    public Account lock(Reach reach, Caller by, String id) {
        var account = foreign(reach, by, id);
        account.lock(clock.instant());
        return saved(account, by, "account.locked", Map.of());
    }

    @Transactional
    public Account unlock(Reach reach, Caller by, String id) {
        var account = foreign(reach, by, id);
        account.unlock();
        return saved(account, by, "account.unlocked", Map.of());
    }

    @Transactional
    public void giveTemporaryPassword(Reach reach, Caller by, String id, String password) {
        var account = foreign(reach, by, id);
        if (account.kind() != AccountKind.PERSON) {
            throw new NotAPerson();
        }
        receive(account, password);
        saved(account, by, "account.password-given", Map.of());
    }

    /** A further secret; those before it stay good until their end, or until they are taken away. */
    @Transactional
    public ServiceSecrets.Added addSecret(Reach reach, Caller by, String id, String secret, Duration lifetime) {
        var account = service(reach, id);
        var added = secrets.add(account.id(), secret, lifetime);
        audit.record(by, "service-secret.added", Reach.subject(account), Map.of("secret", added.id()));
        return added;
    }

    @Transactional
    public void removeSecret(Reach reach, Caller by, String id, String secret) {
        var account = service(reach, id);
        if (!secrets.remove(account.id(), secret)) {
            throw new AccountNotFound();
        }
        accounts.save(account.loseSecret());
        audit.record(by, "service-secret.removed", Reach.subject(account), Map.of("secret", secret));
    }

    /** An account that this administrator may see. */
    @Transactional(readOnly = true)
    public Account find(Reach reach, String id) {
        return accounts.findById(id).filter(reach::covers).orElseThrow(AccountNotFound::new);
    }

    private Account service(Reach reach, String id) {
        var account = find(reach, id);
        if (account.kind() != AccountKind.SERVICE) {
            throw new AccountNotFound();
        }
        return account;
    }

    /** Nobody administers himself: rights come from somebody else, and nobody locks himself out. */
    private Account foreign(Reach reach, Caller by, String id) {
        var account = find(reach, id);
        if (account.id().equals(by.account())) {
            throw new OwnAccount();
        }
        return account;
    }

    private void receive(Account account, String temporaryPassword) {
        passwords.check(account.login(), temporaryPassword);
        account.receiveTemporaryPassword(passwords.encode(temporaryPassword), clock.instant().plus(settings.temporaryFor()));
    }

    private Account saved(Account account, Caller by, String action, Map<String, ?> detail) {
        var saved = accounts.save(account);
        audit.record(by, action, Reach.subject(account), detail);
        return saved;
    }

    private static List<String> texts(Collection<Grant> grants) {
        return grants.stream().map(grant -> "%s/%s/%s".formatted(grant.role(), grant.department(), grant.area())).sorted()
                .toList();
    }
}
