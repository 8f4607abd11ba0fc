package org.jingzhun.gateway.session;

import java.time.Instant;

/** One browser's sign-in 【登录会话】. */
record BrowserSession(Secret secret, String account, Instant signedInAt, Tokens tokens) {

    BrowserSession with(Tokens renewed) {
        return new BrowserSession(secret, account, signedInAt, renewed);
    }
}
