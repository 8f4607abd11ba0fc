/**
 * Figures 【统计】: how many households and persons there are of what kind, on any day and as known on any day, and why the stock of the poor
 * has grown or shrunk.
 *
 * <p>{@link org.jingzhun.household.figure.Movements} makes movements of what the register says of a household; whoever changes the register lets
 * {@link org.jingzhun.household.figure.Recording} look before and after, and the difference is stored. A job folds it upwards. What is folded
 * and what is not yet are read together, so that a figure always equals the list that it opens to.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"codelist", "division", "field", "history", "register", "rules", "snapshot"})
package org.jingzhun.household.figure;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
