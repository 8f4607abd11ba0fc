/**
 * How the gateway refuses: RFC 9457 in the caller's language, in the same shape as the services'.
 */
@NullMarked
package org.jingzhun.gateway.problem;

import org.jspecify.annotations.NullMarked;
