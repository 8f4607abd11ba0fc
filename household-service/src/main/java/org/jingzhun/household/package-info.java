/**
 * The register of rural households 【建档立卡】: divisions, code lists, households and persons, imports and changes.
 *
 * <p>Each sub-package is a feature; what it lets others use is public, the rest is its own business.
 */
@NullMarked
package org.jingzhun.household;

import org.jspecify.annotations.NullMarked;
