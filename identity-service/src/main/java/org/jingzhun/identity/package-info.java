/**
 * identity-service says who calls and what he may do where: accounts with grants, sign-in, tokens (OpenID Connect).
 *
 * <p>It can be replaced by any OpenID Connect provider that puts the same claims into its tokens; no other service asks it
 * for anything but its public keys.
 */
@NullMarked
package org.jingzhun.identity;

import org.jspecify.annotations.NullMarked;
