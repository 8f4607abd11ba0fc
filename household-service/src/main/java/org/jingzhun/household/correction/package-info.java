/**
 * Corrections 【信息更正】 change single fields of a household, of its members and of their place in it, and keep what stood there before.
 *
 * <p>An officer enters a correction with its reason; where the field needs four eyes, another officer approves it first. A correction may
 * carry further ones that only make sense together with it (a new head, and what the former head is to him). It must not break what the
 * rules ask of a household. Moving away and leaving the register are other deeds.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"codelist", "field", "history", "person", "register", "rules"})
package org.jingzhun.household.correction;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
