/**
 * Double entries 【查重】: counties are told when others claim whom they have; persons who stand in the register twice are found by likeness,
 * judged by two officers, and merged without losing either's past; two officers undo it.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"division", "field", "figure", "history", "person", "record", "register", "telling"})
package org.jingzhun.household.duplicate;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
