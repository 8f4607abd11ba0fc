/**
 * The OpenID Connect side: which clients there are, what stands in a token, where authorizations are kept. The protocol itself is
 * Spring Authorization Server.
 */
@NullMarked
package org.jingzhun.identity.provider;

import org.jspecify.annotations.NullMarked;
