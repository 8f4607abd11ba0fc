/** Finance 【财政】 as supervision sees it: the feed of finance-service. Its facts are kept as they are told. */
@NullMarked
@ApplicationModule(allowedDependencies = "feed")
package org.jingzhun.supervision.finance;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
