/**
 * Trace follows one request in so many through all services 【链路追踪】: an installation that names a collector gets spans with routes, statuses and times, and
 * nothing else. Without one there is no part of it in the service.
 */
@NullMarked
package org.jingzhun.starter.trace;

import org.jspecify.annotations.NullMarked;
