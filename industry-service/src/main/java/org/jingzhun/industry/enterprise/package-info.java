/**
 * Enterprises 【扶贫企业、龙头企业、合作社】 that take households along, by their unified social credit code.
 *
 * <p>They are kept as a ledger: every change makes a version that stays readable, and one that has ended is closed.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.jingzhun.industry.enterprise;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
