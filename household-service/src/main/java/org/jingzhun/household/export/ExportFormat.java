package org.jingzhun.household.export;

/** How an export is written. */
enum ExportFormat {

    /** A workbook. */
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),

    /** Text with commas, in UTF-8 with a byte order mark, as Chinese office programs expect it. */
    CSV("text/csv;charset=UTF-8", "csv"),

    /** Text with commas in GB18030. */
    CSV_GB18030("text/csv;charset=GB18030", "csv"),

    /** A household with its members as JSON, one a line; codes, not names. */
    NDJSON("application/x-ndjson", "ndjson");

    private final String mediaType;
    private final String extension;

    ExportFormat(String mediaType, String extension) {
        this.mediaType = mediaType;
        this.extension = extension;
    }

    String mediaType() {
        return mediaType;
    }

    String extension() {
        return extension;
    }
}
