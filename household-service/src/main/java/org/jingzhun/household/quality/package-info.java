/**
 * Findings 【数据质量问题】: what the rules find in the stored register, whose it is to mend, until when, and how often he was asked.
 *
 * <p>A run ({@link org.jingzhun.household.quality.QualityCheck}) reads the register village by village, holds it to the rules of
 * {@link org.jingzhun.household.rules} and keeps the findings current: new ones open, vanished ones are fixed, exempted ones come back
 * when their time is over. The rules across households that no village knows of are statements
 * ({@link org.jingzhun.household.quality.AcrossRule}).
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"division", "facts", "field", "register", "rules"})
package org.jingzhun.household.quality;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
