/**
 * The history of the register 【历史】: what held on a day, and what was known of it on a day. All that changes current rows goes through here,
 * so that nothing is overwritten without a trace.
 */
@NullMarked
@ApplicationModule(allowedDependencies = "field")
package org.jingzhun.household.history;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
