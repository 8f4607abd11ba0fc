package org.jingzhun.identity.account;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

import org.jingzhun.identity.grant.GrantRules;
import org.jingzhun.identity.password.Passwords;
import org.jingzhun.starter.access.Grant;
import org.jingzhun.starter.audit.Audit;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** Makes accounts before there is anybody who could. */
@Service
public class Founding {

    /** Stands in the audit where an administrator would. */
    private static final String NOBODY = "start";
    private static final Duration LONG = Duration.ofDays(3650);

    private final Accounts accounts;
    private final ServiceSecrets secrets;
    private final Passwords passwords;
    private final GrantRules rules;
    private final Audit audit;
    private final Clock clock;
    private final TransactionOperations transaction;

    Founding(Accounts accounts, ServiceSecrets secrets, Passwords passwords, GrantRules rules, Audit audit, Clock clock,
            TransactionOperations transaction) {
        this.accounts = accounts;
        this.secrets = secrets;
        this.passwords = passwords;
        this.rules = rules;
        this.audit = audit;
        this.clock = clock;
        this.transaction = transaction;
    }

    public boolean exists(String login) {
        return accounts.findByLogin(new Login(login).value()).isPresent();
    }

    public void person(String login, String name, String password, Collection<Grant> grants) {
        make(login, AccountKind.PERSON, name, grants, account -> {
            passwords.check(account.login(), password);
            account.choosePassword(passwords.encode(password));
        }, account -> {
        });
    }

    public void service(String clientId, String name, String secret, Collection<Grant> grants) {
        make(clientId, AccountKind.SERVICE, name, grants, account -> {
        }, account -> secrets.add(account.id(), secret, LONG));
    }

    private void make(String login, AccountKind kind, String name, Collection<Grant> grants,
            Consumer<Account> before, Consumer<Account> after) {
        if (exists(login)) {
            return;
        }
        rules.check(kind.claim(), grants);
        try {
            transaction.executeWithoutResult(status -> {
                var account = new Account(UUID.randomUUID().toString(), kind, login, name, "", clock.instant(), NOBODY);
                account.hold(grants);
                before.accept(account);
                accounts.save(account);
                after.accept(account);
                audit.recordJob(NOBODY, "account.opened", Reach.subject(account), Map.of("kind", kind.claim()));
            });
        } catch (DuplicateKeyException e) {
            // Another instance that starts at the same moment has made it.
        }
    }
}
