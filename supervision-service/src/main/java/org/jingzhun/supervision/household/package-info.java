/** The register 【建档立卡】 as supervision sees it: the feed of household-service. Its facts are kept as they are told. */
@NullMarked
@ApplicationModule(allowedDependencies = "feed")
package org.jingzhun.supervision.household;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
