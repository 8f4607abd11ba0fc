/**
 * The catalogue of fields 【指标目录】: what the register knows of a household and its members, where it stands and what values it takes.
 */
@NullMarked
package org.jingzhun.household.field;

import org.jspecify.annotations.NullMarked;
