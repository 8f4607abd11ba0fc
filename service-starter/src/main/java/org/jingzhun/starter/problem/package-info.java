/**
 * Refusals as problem details (RFC 9457) in the caller's language: input, security, outages and the unexpected are answered here once,
 * after the features' own advices.
 *
 * <p>The types are explained in docs/problems.md; the sentences stand in {@code problems_zh_CN.properties} and
 * {@code problems_en.properties}, of the starter here and of a service at the root of its class path.
 */
@NullMarked
package org.jingzhun.starter.problem;

import org.jspecify.annotations.NullMarked;
