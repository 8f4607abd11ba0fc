/**
 * Money for households and villages 【资金】: where it comes from.
 *
 * <p>Each sub-package is a feature; what it lets others use is public, the rest is its own business.
 */
@NullMarked
package org.jingzhun.finance;

import org.jspecify.annotations.NullMarked;
