/** Industry 【产业】 as supervision sees it: the feed of industry-service. Its facts are kept as they are told. */
@NullMarked
@ApplicationModule(allowedDependencies = "feed")
package org.jingzhun.supervision.industry;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
