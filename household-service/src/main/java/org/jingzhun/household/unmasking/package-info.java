/**
 * Showing one number in full 【脱敏查看】: for a stated purpose, one person and one field at a time, and never without an audit entry.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"person", "register"})
package org.jingzhun.household.unmasking;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
