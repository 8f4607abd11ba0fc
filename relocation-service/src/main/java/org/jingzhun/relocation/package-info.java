/**
 * Relocation of households 【易地搬迁】: the settlements that they move to.
 *
 * <p>Each sub-package is a feature; what it lets others use is public, the rest is its own business.
 */
@NullMarked
package org.jingzhun.relocation;

import org.jspecify.annotations.NullMarked;
