package org.jingzhun.gateway.session;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/** What identity issued to a session; never leaves the gateway, except the access token to the services. */
record Tokens(String access, Instant accessExpires, @Nullable String refresh, @Nullable String id) {}
