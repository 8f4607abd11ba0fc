/**
 * Trace begins one for each request 【链路追踪】 and decides here, for all services behind, whether it is kept. What a caller says of traces is not listened to:
 * otherwise anybody could have everything kept. Without a collector there is none of it.
 */
@NullMarked
package org.jingzhun.gateway.trace;

import org.jspecify.annotations.NullMarked;
