/**
 * Finding a person by name, resident ID or phone: exact numbers by their digests, names exactly or by their beginning.
 *
 * <p>What is searched for stands in the body, never in an address, and in no log. Every search is audited with its purpose.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"division", "person", "register"})
package org.jingzhun.household.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
