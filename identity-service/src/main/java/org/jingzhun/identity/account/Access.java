package org.jingzhun.identity.account;

import java.util.List;
import java.util.Set;

import org.jingzhun.starter.access.Grant;

/**
 * What a token may say about an account, as of now.
 *
 * @param grants the lasting ones
 * @param temporary what it holds beside them for some hours
 */
public record Access(String account, AccountKind kind, String login, String name, boolean locked, Set<String> scopes,
        List<Grant> grants,
        List<TemporaryGrant> temporary) {}
