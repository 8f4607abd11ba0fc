/**
 * The keys of this service's encrypted fields 【密钥轮换】: which columns are encrypted, and the order to encrypt them anew.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.jingzhun.household.keys;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
