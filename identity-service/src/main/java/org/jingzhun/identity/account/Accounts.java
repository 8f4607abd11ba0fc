package org.jingzhun.identity.account;

import java.util.Optional;

import org.springframework.data.repository.Repository;

interface Accounts extends Repository<Account, String> {

    Account save(Account changed);

    Optional<Account> findById(String id);

    Optional<Account> findByLogin(String login);
}
