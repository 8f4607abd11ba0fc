/**
 * What a member's and a household's data must satisfy 【数据质量规则】, whoever brings them: a workbook or an officer's change.
 *
 * <p>Each rule has a name and is a value in a list ({@link org.jingzhun.household.rules.PersonRule}, {@link org.jingzhun.household.rules.HouseholdRule}), so "why was it
 * refused" has an answer; the numbers in the rules are data with dates and sources (rules/thresholds.csv). Pure Java.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"field", "person"})
package org.jingzhun.household.rules;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
