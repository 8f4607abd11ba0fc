/**
 * Ends what is signed in with an account as soon as the account may do less: refresh tokens at once, sessions and access tokens
 * at the gateway as soon as Redis has been told. While Redis is down, access tokens end by their age of five minutes.
 */
@NullMarked
package org.jingzhun.identity.session;

import org.jspecify.annotations.NullMarked;
