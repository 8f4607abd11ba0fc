/**
 * Import 【数据导入】 takes a workbook of the national lists into the register: upload, check, commit in chunks, and the bad rows back.
 *
 * <p>The file is kept encrypted in the database and read from there, so that any instance can go on with it. The check {@link
 * org.jingzhun.household.imports.sheet reads} it row by row into staging tables compares these with the register by a few
 * statements, and holds what they would leave of it to the rules; the commit applies whole households, some thousand rows to a transaction, and leaves out what is refused. A job
 * goes on where it was after a crash; a second look at the register stands inside each transaction of the commit.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"reference", "division", "codelist", "duplicate", "facts", "field", "figure", "history",
        "keys",
        "person", "register", "rules", "template", "telling"})
package org.jingzhun.household.imports;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
