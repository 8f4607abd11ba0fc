/**
 * Sources of funds 【资金来源】: what money there is for a division in a year, of which of the five kinds that are put together, from whom, and
 * by which document.
 *
 * <p>They are kept as a ledger: every change makes a version that stays readable, and one that was withdrawn is closed.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.jingzhun.finance.fundsource;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
