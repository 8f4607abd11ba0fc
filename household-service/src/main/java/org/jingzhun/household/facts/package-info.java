/**
 * Facts for the rules, made of rows of the register 【规则所依据的事实】: the same whether a run asks what is wrong with the register as it
 * stands, or an import what would be wrong with it once a file is in.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"field", "rules"})
package org.jingzhun.household.facts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
