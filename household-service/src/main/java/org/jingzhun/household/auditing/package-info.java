/**
 * Reading the audit 【审计】: who did what to which record, limited to the divisions that the reader answers for.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.jingzhun.household.auditing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
