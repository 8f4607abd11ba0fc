package org.jingzhun.household.imports;

import java.util.List;
import java.util.Locale;

import org.jingzhun.household.field.Field;
import org.jingzhun.household.rules.FindingTexts;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Why rows of a file are not in. */
@Component
class ImportFindings {

    private final JdbcClient jdbc;

    ImportFindings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One reason for one row. */
    record RowFinding(int rowNo, String code, String field, @Nullable String householdNumber, String arguments) {

        String text(Locale locale) {
            return text(locale, List.of(arguments.split("\u001F", -1)));
        }

        String text(Locale locale, List<String> with) {
            return FindingTexts.text(code, named(), with, locale);
        }

        /** The field that it blames. */
        Field named() {
            for (var candidate : Field.values()) {
                if (candidate.key().equals(field)) {
                    return candidate;
                }
            }
            return Field.NAME;
        }
    }

    /** Reasons after a position, in the order of the file's rows. */
    List<RowFinding> after(long importId, int row, String code, String field, int limit) {
        return jdbc.sql("""
                select row_no, code, field, household_number, arguments from import_finding
                 where import_id = :import and row_no >= :row
                   and (row_no > :row or code > :code or code = :code and field > :field)
                 order by row_no, code, field limit :limit
                """).param("import", importId).param("row", row).param("code", code).param("field", field).param("limit", limit)
                .query(RowFinding.class).list();
    }
}
