/**
 * The national lists 【国家表样】 as they are published: which columns they have, in which order, and how their cells are written. Imports
 * recognise files by them, exports write them.
 */
@NullMarked
@ApplicationModule(allowedDependencies = "field")
package org.jingzhun.household.template;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
