/**
 * Makes workbooks of the national register as a county would export them: list B (2017–2019) and list C (2022).
 *
 * <p>Divisions are real; hamlets, persons and households are invented. Everything follows from the seed. Without planted errors a
 * workbook breaks no rule of the register; with them, a second list names each row that has to come back, and why. The entry is
 * {@link org.jingzhun.bench.generator.Generate}; the kinds of error are in {@link org.jingzhun.bench.generator.ErrorKind}.
 */
@NullMarked
package org.jingzhun.bench.generator;

import org.jspecify.annotations.NullMarked;
