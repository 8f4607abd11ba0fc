package org.jingzhun.identity.account;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Where accounts learn of grants that they do not keep themselves: those that are taken in an emergency. */
public interface TemporaryGrants {

    /** What holds now, by account. */
    Map<String, List<TemporaryGrant>> running(Collection<String> accounts);

    default List<TemporaryGrant> running(String account) {
        return running(List.of(account)).getOrDefault(account, List.of());
    }
}
