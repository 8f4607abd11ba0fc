/**
 * The register as it is and as it was: the list of households of an area, one household with the people who live in it, one person, and
 * what happened to them.
 *
 * <p>Personal data leave masked; what tells of illness or disability, and children under 14, only to roles with {@code household:read-sensitive}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"division", "codelist", "field", "history", "person"})
package org.jingzhun.household.register;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
