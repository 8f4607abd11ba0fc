/**
 * The register as it is today: the list of households of an area, and one household with the people who live in it.
 *
 * <p>Personal data leave masked; what tells of illness or disability, and children under 14, only to roles with {@code household:read-sensitive}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"division", "codelist", "person"})
package org.jingzhun.household.register;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
