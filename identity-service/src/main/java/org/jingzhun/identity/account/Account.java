package org.jingzhun.identity.account;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;

import org.jingzhun.starter.access.Grant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.domain.AbstractAggregateRoot;
import org.springframework.data.relational.core.mapping.MappedCollection;
import org.springframework.data.relational.core.mapping.Table;

/** Who may sign in, a person or another system, with what he may do where 【账号】. */
@Table("account")
@SuppressWarnings("UnusedVariable") // some columns are only stored
class Account extends AbstractAggregateRoot<Account> {

    @Id
    private final String id;
    @Version
    private int version;

    private final AccountKind kind;
    private final String login;
    private final String name;
    private final String scopes;
    private final Instant createdAt;
    private final String createdBy;
    private @Nullable String password;
    private boolean passwordTemporary;
    private @Nullable Instant passwordExpiresAt;
    private @Nullable Instant lockedAt;

    @MappedCollection(idColumn = "account")
    private Set<AccountGrant> grants = new LinkedHashSet<>();

    Account(String id, AccountKind kind, String login, String name, String scopes, Instant createdAt, String createdBy) {
        this.id = id;
        this.kind = kind;
        this.login = login;
        this.name = name;
        this.scopes = scopes;
        this.createdAt = createdAt;
        this.createdBy = createdBy;
    }

    void hold(Collection<Grant> wanted) {
        if (wanted.isEmpty()) {
            throw new IllegalArgumentException("an account without grants belongs to nobody's area");
        }
        if (!grants.isEmpty()) { // nothing is signed in with an account that is only being opened
            registerEvent(new AccessChanged(id));
        }
        grants = wanted.stream().map(AccountGrant::of).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    void lock(Instant at) {
        if (lockedAt == null) {
            lockedAt = at;
        }
        registerEvent(new AccessChanged(id));
    }

    void unlock() {
        lockedAt = null;
    }

    /** A password that somebody else knows: it opens nothing but the page where it is changed. */
    void receiveTemporaryPassword(String encoded, Instant until) {
        if (password != null) {
            registerEvent(new AccessChanged(id));
        }
        password = encoded;
        passwordTemporary = true;
        passwordExpiresAt = until;
    }

    /** His own choice. What was signed in with the former password is over; with a temporary one nothing could be. */
    void choosePassword(String encoded) {
        if (password != null && !passwordTemporary) {
            registerEvent(new AccessChanged(id));
        }
        password = encoded;
        passwordTemporary = false;
        passwordExpiresAt = null;
    }

    /** A secret of this service account was taken away: tokens that were had by it are over. */
    Account loseSecret() {
        registerEvent(new AccessChanged(id));
        return this;
    }

    /** The same password, written by a newer method. */
    void reencodePassword(String encoded) {
        password = encoded;
    }

    String id() {
        return id;
    }

    AccountKind kind() {
        return kind;
    }

    String login() {
        return login;
    }

    String name() {
        return name;
    }

    @Nullable
    String password() {
        return password;
    }

    boolean mustChangePassword() {
        return passwordTemporary;
    }

    boolean passwordIsOver(Instant now) {
        return passwordExpiresAt != null && !now.isBefore(passwordExpiresAt);
    }

    boolean isLocked() {
        return lockedAt != null;
    }

    Set<Grant> grants() {
        return grants.stream().map(AccountGrant::toGrant).collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
