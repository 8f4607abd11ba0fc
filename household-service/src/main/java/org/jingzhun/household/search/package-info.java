/**
 * Finding persons: by their numbers or phone exactly, by name or its beginning, by what is known of them, or by several of these.
 *
 * <p>What is searched for stands in the body, never in an address, and in no log. Every search is audited with its purpose.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"division", "person", "register"})
package org.jingzhun.household.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
