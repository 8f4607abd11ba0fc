/**
 * Export 【数据导出】: any filtered list of households as workbook, CSV or NDJSON, in the columns of a national list or in all there are,
 * streamed as it is read. An order says what for and is logged; its content is fetched once or again while it is valid.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"codelist", "division", "field", "history", "record", "register", "template"})
package org.jingzhun.household.export;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
