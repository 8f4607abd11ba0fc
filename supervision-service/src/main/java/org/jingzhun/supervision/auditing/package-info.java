/** Reading of the audit 【审计】: who did what to which record, for those who watch. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.jingzhun.supervision.auditing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
