/**
 * Frozen years 【年度快照】: the register of a county as it held on 31 December, copied once. No correction moves a snapshot; what the
 * register says of that day today is the business of {@code asOf}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"division", "field", "history", "register"})
package org.jingzhun.household.snapshot;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
