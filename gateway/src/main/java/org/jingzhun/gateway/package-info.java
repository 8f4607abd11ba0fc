/**
 * The one door of the suite 【网关】: it routes, authenticates, limits and relays, and knows nothing of any department's business.
 *
 * <p>A request passes {@code edge} (request id, headers, body limit), {@code limit} (per address), {@code access} (token or
 * session), {@code limit} again (per account) and {@code relay} (breaker, the service itself). What it refuses, it refuses by
 * {@code problem}.
 */
@NullMarked
package org.jingzhun.gateway;

import org.jspecify.annotations.NullMarked;
