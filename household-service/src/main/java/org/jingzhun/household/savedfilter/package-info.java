/**
 * Saved filters 【常用筛选】: what an officer narrows lists to again and again, under a name, for himself or for all of his area. They hold codes
 * and numbers, no names, IDs or phones of anybody.
 */
@NullMarked
@ApplicationModule(allowedDependencies = "register")
package org.jingzhun.household.savedfilter;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
