package org.jingzhun.household.imports;

import java.util.List;
import java.util.Locale;

import org.jingzhun.household.field.Field;
import org.jingzhun.household.rules.Catalogue;
import org.jingzhun.household.rules.FindingTexts;
import org.jingzhun.household.rules.RuleEntry;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Why rows of a file are not in, and what the next run would find of those that are. */
@Component
class ImportFindings {

    private static final List<String> SENSITIVE = Catalogue.shipped().all().stream().filter(RuleEntry::isSensitive)
            .map(RuleEntry::code).toList();

    private final JdbcClient jdbc;

    ImportFindings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One reason for one row; a warning where it does not refuse it. */
    record RowFinding(int rowNo, String code, String field, @Nullable String householdNumber, String arguments, boolean refuses) {

        RuleEntry.Level level() {
            return refuses ? RuleEntry.Level.ERROR : RuleEntry.Level.WARNING;
        }

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

    /**
     * What is wanted of them.
     *
     * @param level null for all
     * @param sensitive whether warnings that tell of health are wanted: they may build on what stands in the register and not in the file
     */
    record Wanted(RuleEntry.@Nullable Level level, boolean sensitive) {

        private String condition() {
            var levels = level == null ? "" : level == RuleEntry.Level.ERROR ? " and refuses = true" : " and refuses = false";
            return sensitive ? levels : levels + " and (refuses = true or code not in (:sensitive))";
        }
    }

    /** Findings after a position, in the order of the file's rows. */
    List<RowFinding> after(long importId, int row, String code, String field, int limit, Wanted wanted) {
        return jdbc.sql("""
                select row_no, code, field, household_number, arguments, refuses from import_finding
                 where import_id = :import and row_no >= :row
                   and (row_no > :row or code > :code or code = :code and field > :field) %s
                 order by row_no, code, field limit :limit
                """.formatted(wanted.condition())).param("import", importId).param("row", row).param("code", code)
                .param("field", field).param("limit", limit).param("sensitive", SENSITIVE).query(RowFinding.class).list();
    }
}
