/**
 * Households in full 【户档】, field by field of the catalogue: read in the order of the lists, for exports and for paper.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"codelist", "division", "field", "history", "person", "register"})
package org.jingzhun.household.record;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
