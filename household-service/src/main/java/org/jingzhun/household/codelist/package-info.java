/**
 * The national code lists 【代码表】: what a coded field may hold, since when, and who says so.
 */
@NullMarked
@ApplicationModule(allowedDependencies = "reference")
package org.jingzhun.household.codelist;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
