/** Relocation 【易地搬迁】 as supervision sees it: the feed of relocation-service. Its facts are kept as they are told. */
@NullMarked
@ApplicationModule(allowedDependencies = "feed")
package org.jingzhun.supervision.relocation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
