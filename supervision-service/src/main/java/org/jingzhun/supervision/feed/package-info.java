/** How this service reads the feeds of the others: in its own name, with what went wrong told in the reader's words. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.jingzhun.supervision.feed;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
