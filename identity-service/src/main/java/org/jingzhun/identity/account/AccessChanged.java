package org.jingzhun.identity.account;

/** What this account may do has become less or other: whoever is signed in with it must sign in again. */
public record AccessChanged(String account) {}
