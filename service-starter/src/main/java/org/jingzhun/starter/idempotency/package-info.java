/**
 * Idempotency lets a client repeat a creation without creating twice, when it did not hear the answer.
 *
 * <p>The business transaction itself first inserts (account, route, key, digest of the body) under a unique key. No body and no answer
 * is stored: a repeat gets the place of the resource, which the caller reads again under his present scope.
 */
@NullMarked
package org.jingzhun.starter.idempotency;

import org.jspecify.annotations.NullMarked;
