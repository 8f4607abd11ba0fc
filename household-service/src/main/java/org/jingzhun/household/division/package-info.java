/**
 * Administrative divisions 【行政区划】 by their 12-digit statistical code: names, levels, days of validity, successors and flags.
 *
 * <p>{@link org.jingzhun.household.division.Divisions} answers from memory. The data come from {@code divisions/divisions.csv}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = "reference")
package org.jingzhun.household.division;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
