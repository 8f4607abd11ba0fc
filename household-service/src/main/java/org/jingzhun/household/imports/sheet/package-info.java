/**
 * Reading a table row by row out of a stored file, whatever it was written with: .xlsx, .xls, CSV in UTF-8 or GB18030.
 *
 * <p>Memory stays flat, whatever the file claims to hold: nothing is unpacked to disk, inflated bytes are counted, and only
 * the shared strings of a workbook are kept. What a file cannot be read for is an {@link
 * org.jingzhun.household.imports.sheet.UnreadableFile}. Nothing in here knows households.
 */
@NullMarked
package org.jingzhun.household.imports.sheet;

import org.jspecify.annotations.NullMarked;
