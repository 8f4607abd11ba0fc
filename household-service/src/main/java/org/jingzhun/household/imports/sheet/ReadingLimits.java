package org.jingzhun.household.imports.sheet;

/**
 * How much a file may make us work: the guard against archives that inflate without end.
 *
 * @param maxInflatedBytes of all parts read together
 * @param maxInflationRatio inflated to packed bytes, looked at from the tenth inflated MiB on
 * @param maxSharedStringBytes texts of a workbook, the only part that is kept in memory
 * @param maxXlsBytes an .xls is read as a whole; it holds 65,536 rows at most
 * @param maxRows of one sheet
 * @param maxColumns cells beyond it are not looked at
 */
public record ReadingLimits(long maxInflatedBytes, int maxInflationRatio, int maxSharedStringBytes, int maxXlsBytes,
        int maxRows, int maxColumns) {}
