package org.jingzhun.household.imports;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which columns of the register a list speaks of. What a list does not have, an import leaves as it is; what it has and leaves
 * empty becomes empty.
 *
 * @param person compared and written
 * @param personSecrets ciphertexts that are written with their digests, and cannot be compared
 */
record RegisterColumns(List<String> person, List<String> personSecrets, List<String> household, List<String> householdSecrets) {

    private static final List<String> PERSON = List.of("name", "sex", "birth_date", "document_kind", "phone_digest", "ethnicity",
            "education", "school_status", "health", "labour", "work_months", "serious_illness_insurance");
    private static final List<String> HOUSEHOLD = List.of("hamlet", "main_cause", "phone_digest", "dangerous_house", "safe_water",
            "income_per_head");

    static RegisterColumns of(Template template) {
        return switch (template) {
            case LIST_B -> new RegisterColumns(and(PERSON, "work_place"), List.of("resident_id", "phone"),
                    and(HOUSEHOLD, "poor_kind", "exit_state", "water_difficulty"), List.of("phone"));
            case LIST_C -> new RegisterColumns(and(PERSON, "identified_on"), List.of("resident_id", "phone"),
                    and(HOUSEHOLD, "type", "monitored_kind", "first_identified_on", "risk_identified_on", "risk_eliminated",
                            "risk_eliminated_on"),
                    List.of("phone"));
        };
    }

    private static List<String> and(List<String> common, String... more) {
        return Stream.concat(common.stream(), Stream.of(more)).toList();
    }

    List<String> personWritten() {
        return Stream.concat(person.stream(), personSecrets.stream()).toList();
    }

    List<String> householdWritten() {
        return Stream.concat(household.stream(), householdSecrets.stream()).toList();
    }

    /** True where a person of the register (p) differs from the row (r). */
    String personDiffers(String register) {
        return differs(person, register, "r");
    }

    String householdDiffers(String register) {
        return differs(household, register, "hh") + " or not (" + register + ".data_year <=> :dataYear)";
    }

    private static String differs(List<String> columns, String register, String staged) {
        return columns.stream().map(column -> column.equals("name") || column.equals("hamlet")
                ? "not (cast(%s.%s as binary) <=> cast(%s.%s as binary))".formatted(register, column, staged, column) // to the letter
                : "not (%s.%s <=> %s.%s)".formatted(register, column, staged, column)).collect(Collectors.joining(" or "));
    }

    static String assignments(List<String> columns, String register, String staged) {
        return columns.stream().map(column -> "%s.%s = %s.%s".formatted(register, column, staged, column))
                .collect(Collectors.joining(", "));
    }

    static String listed(List<String> columns, String table) {
        return columns.stream().map(column -> table.isEmpty() ? column : table + "." + column).collect(Collectors.joining(", "));
    }
}
