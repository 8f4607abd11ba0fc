/**
 * Changes of the register 【数据变更】: what happens to a household or a person, as named deeds with their reason and evidence.
 *
 * <p>Each deed is an {@link Action} in a file of its own that says what it needs, checks and writes: birth and death, moving, splitting
 * and merging, another head, another type, a field put right backwards in time. An officer enters it; where the rules of four eyes
 * 【双人复核】 ask for it another officer approves it, and outside a window of the yearly adjustment 【动态调整】 it waits. What is applied is
 * written through the history and leaves events, from which the life of a household can be told.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"codelist", "division", "duplicate", "field", "figure", "history", "keys", "person",
        "register", "rules", "telling"})
package org.jingzhun.household.change;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
