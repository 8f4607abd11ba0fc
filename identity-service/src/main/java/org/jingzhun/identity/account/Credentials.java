package org.jingzhun.identity.account;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

import org.jingzhun.identity.password.PasswordRefused;
import org.jingzhun.identity.password.PasswordRule;
import org.jingzhun.identity.password.PasswordSettings;
import org.jingzhun.identity.password.Passwords;
import org.jingzhun.starter.access.Caller;
import org.jingzhun.starter.audit.Audit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What persons do with their own passwords. */
@Service
public class Credentials {

    private final Accounts accounts;
    private final Passwords passwords;
    private final PasswordSettings settings;
    private final Audit audit;
    private final Clock clock;

    Credentials(Accounts accounts, Passwords passwords, PasswordSettings settings, Audit audit, Clock clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.settings = settings;
        this.audit = audit;
        this.clock = clock;
    }

    /** Who this is, if the password is right. An unknown login takes as long as a wrong password. */
    @Transactional
    public Optional<Holder> verify(String login, String password) {
        var account = find(login);
        var encoded = account.map(Account::password).orElse(null);
        if (!passwords.matches(password, encoded) || encoded == null) {
            return Optional.empty();
        }
        return account.map(found -> {
            if (passwords.isOutdated(encoded)) {
                found.reencodePassword(passwords.encode(password));
                accounts.save(found);
            }
            return new Holder(found.id(), found.isLocked(), found.mustChangePassword(), found.passwordIsOver(clock.instant()));
        });
    }

    /** Changes the password of an account whose present password the caller knows; all its sessions end. */
    @Transactional
    public Change change(Caller person, String present, String wanted) {
        var account = accounts.findById(person.account()).filter(it -> it.kind() == AccountKind.PERSON && !it.isLocked())
                .orElse(null);
        var encoded = account == null ? null : account.password();
        if (!passwords.matches(present, encoded) || account == null || account.passwordIsOver(clock.instant())) {
            return Change.PRESENT_PASSWORD_WRONG;
        }
        passwords.check(account.login(), wanted);
        if (present.equals(wanted)) {
            throw new PasswordRefused(List.of(PasswordRule.SAME_AS_BEFORE), settings.minLength());
        }
        account.choosePassword(passwords.encode(wanted));
        accounts.save(account);
        audit.record(person, "account.password-changed", Reach.subject(account));
        return Change.DONE;
    }

    private Optional<Account> find(String login) {
        try {
            return accounts.findByLogin(new Login(login).value()).filter(account -> account.kind() == AccountKind.PERSON);
        } catch (IllegalArgumentException notALogin) {
            return Optional.empty();
        }
    }

    /** Somebody who knew the password. */
    public record Holder(String account, boolean locked, boolean mustChange, boolean passwordIsOver) {}

    /** How the wish to change a password ended, if the new one is acceptable. */
    public enum Change {
        DONE, PRESENT_PASSWORD_WRONG
    }
}
