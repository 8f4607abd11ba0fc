/**
 * Supervision 【监督 · 一库通】: what the register and the departments tell, in one place.
 *
 * <p>Each sub-package is a feature; what it lets others use is public, the rest is its own business. The packages named after a
 * service are how this one sees it.
 */
@NullMarked
package org.jingzhun.supervision;

import org.jspecify.annotations.NullMarked;
