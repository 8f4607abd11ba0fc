/**
 * Reading the audit 【审计】 and the access log 【查阅日志】: who did what to which record, and who looked at it, limited to the divisions that the reader answers for.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.jingzhun.household.auditing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
