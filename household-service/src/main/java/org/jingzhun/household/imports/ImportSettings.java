package org.jingzhun.household.imports;

import java.time.Duration;

import org.jingzhun.household.imports.sheet.ReadingLimits;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What an import may take, and how it goes about it.
 *
 * @param maxFileSize of one file
 * @param quotaPerAccount files of one account that are kept at the same time
 * @param keepFilesFor how long a file stays after its import last changed; until then the error workbook can be had
 * @param keepFindingsFor how long the reasons of refused rows, and decisions, stay after the file is gone; what became of the rows stays for ever
 * @param maxInflatedSize of all parts of a workbook that are read
 * @param maxInflationRatio inflated to packed size of a part
 * @param maxSharedTexts texts of a workbook, which are kept in memory while it is read
 * @param maxXlsSize an .xls is read as a whole
 * @param maxRows of one sheet
 * @param rowsPerBatch rows that are loaded into staging at once
 * @param householdsPerStep households that are compared with the register in one transaction
 * @param householdsPerChunk households that are written to the register in one transaction
 */
@ConfigurationProperties("household.imports")
record ImportSettings(@DefaultValue("200MB") DataSize maxFileSize, @DefaultValue("1GB") DataSize quotaPerAccount,
        @DefaultValue("7d") Duration keepFilesFor, @DefaultValue("90d") Duration keepFindingsFor,
        @DefaultValue("2GB") DataSize maxInflatedSize,
        @DefaultValue("200") int maxInflationRatio, @DefaultValue("64MB") DataSize maxSharedTexts,
        @DefaultValue("32MB") DataSize maxXlsSize, @DefaultValue("1048576") int maxRows, @DefaultValue("4000") int rowsPerBatch,
        @DefaultValue("4000") int householdsPerStep, @DefaultValue("1000") int householdsPerChunk) {

    ReadingLimits limits() {
        return new ReadingLimits(maxInflatedSize.toBytes(), maxInflationRatio, Math.toIntExact(maxSharedTexts.toBytes()),
                Math.toIntExact(maxXlsSize.toBytes()), maxRows, 256);
    }
}
