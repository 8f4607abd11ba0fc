/** Frozen yearly figures 【年度冻结数】: counted once from what a snapshot holds, and never moved. */
@NullMarked
package org.jingzhun.household.figure.frozen;

import org.jspecify.annotations.NullMarked;
