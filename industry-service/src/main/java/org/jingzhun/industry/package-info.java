/**
 * Industries that earn households a living 【产业扶贫】: enterprises and cooperatives.
 *
 * <p>Each sub-package is a feature; what it lets others use is public, the rest is its own business.
 */
@NullMarked
package org.jingzhun.industry;

import org.jspecify.annotations.NullMarked;
