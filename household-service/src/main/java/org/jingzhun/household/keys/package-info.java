/**
 * The keys of this service's encrypted fields and of its digests 【密钥轮换】: where they stand, and the order to renew them.
 *
 * <p>{@link org.jingzhun.household.keys.RegisterDigests} is for whoever writes digests of persons and households.
 */
@NullMarked
@ApplicationModule(allowedDependencies = "field")
package org.jingzhun.household.keys;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
