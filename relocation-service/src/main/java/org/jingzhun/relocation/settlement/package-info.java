/**
 * Settlements 【集中安置点】: where they lie, how far from the border, for how many they are built, and what is there.
 *
 * <p>They are kept as a ledger: every change makes a version that stays readable, and one that is given up is closed.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.jingzhun.relocation.settlement;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
