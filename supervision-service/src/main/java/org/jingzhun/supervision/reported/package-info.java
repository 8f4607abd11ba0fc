/**
 * Reported states 【上报数据】: the last that was told of each record of the other services, in one table that can be built again from
 * nothing at any time and is the same again.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.jingzhun.supervision.reported;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
