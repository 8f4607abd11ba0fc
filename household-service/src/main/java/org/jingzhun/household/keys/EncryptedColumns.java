package org.jingzhun.household.keys;

import java.util.List;

import org.jingzhun.starter.rotation.EncryptedColumn;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/**
 * Every column that is written encrypted, so that a rotation of keys finds it; a test compares them with the schema.
 *
 * <p>Staging comes before what imports copy from it, and current rows before the history that they are filed in.
 */
@Configuration(proxyBeanMethods = false)
class EncryptedColumns {

    private static final String RESIDENT_ID = "person.resident_id";
    private static final String PERSON_PHONE = "person.phone";
    private static final String HOUSEHOLD_PHONE = "household.phone";
    private static final List<String> IMPORT_ROW = List.of("import_id", "household_seq", "row_no");
    private static final List<String> FROZEN_MEMBER = List.of("year", "village", "household", "number");
    private static final List<String> CHANGE = List.of("correction_id", "position");
    private static final String CHANGE_ROW = "concat((select c.number from correction c where c.id = t.correction_id), '/', t.position)";
    private static final int FEW_LARGE_PIECES = 8;
    private static final int SOME_LARGER_PIECES = 100;

    @Bean
    @Order(1)
    EncryptedColumn importedFiles() {
        return new EncryptedColumn("import_chunk", List.of("import_id", "upload", "position"), "cipher", "import_chunk.cipher",
                "concat(t.import_id, '/', t.upload, '/', t.position)", FEW_LARGE_PIECES);
    }

    @Bean
    @Order(2)
    EncryptedColumn stagedResidentIds() {
        return EncryptedColumn.of("import_row", IMPORT_ROW, "resident_id", RESIDENT_ID, "t.person_number");
    }

    @Bean
    @Order(2)
    EncryptedColumn stagedPhones() {
        return EncryptedColumn.of("import_row", IMPORT_ROW, "phone", PERSON_PHONE, "t.person_number");
    }

    @Bean
    @Order(2)
    EncryptedColumn stagedHouseholdPhones() {
        return EncryptedColumn.of("import_row", IMPORT_ROW, "household_phone", HOUSEHOLD_PHONE, "t.household_number");
    }

    @Bean
    @Order(3)
    EncryptedColumn comparedHouseholdPhones() {
        return EncryptedColumn.of("import_household", List.of("import_id", "household_seq"), "phone", HOUSEHOLD_PHONE,
                "t.number");
    }

    @Bean
    @Order(4)
    EncryptedColumn householdPhones() {
        return EncryptedColumn.of("household", "id", "phone", HOUSEHOLD_PHONE, "t.number");
    }

    @Bean
    @Order(4)
    EncryptedColumn residentIds() {
        return EncryptedColumn.of("person", "id", "resident_id", RESIDENT_ID, "t.number");
    }

    @Bean
    @Order(4)
    EncryptedColumn phones() {
        return EncryptedColumn.of("person", "id", "phone", PERSON_PHONE, "t.number");
    }

    @Bean
    @Order(5)
    EncryptedColumn formerHouseholdPhones() {
        return EncryptedColumn.of("household_history", "history_id", "phone", HOUSEHOLD_PHONE, "t.number");
    }

    @Bean
    @Order(5)
    EncryptedColumn formerResidentIds() {
        return EncryptedColumn.of("person_history", "history_id", "resident_id", RESIDENT_ID, "t.number");
    }

    @Bean
    @Order(5)
    EncryptedColumn formerPhones() {
        return EncryptedColumn.of("person_history", "history_id", "phone", PERSON_PHONE, "t.number");
    }

    @Bean
    @Order(5)
    EncryptedColumn frozenHouseholdPhones() {
        return EncryptedColumn.of("household_snapshot", List.of("year", "village", "number"), "phone", HOUSEHOLD_PHONE,
                "t.number");
    }

    @Bean
    @Order(5)
    EncryptedColumn frozenResidentIds() {
        return EncryptedColumn.of("member_snapshot", FROZEN_MEMBER, "resident_id", RESIDENT_ID, "t.number");
    }

    @Bean
    @Order(5)
    EncryptedColumn frozenPhones() {
        return EncryptedColumn.of("member_snapshot", FROZEN_MEMBER, "phone", PERSON_PHONE, "t.number");
    }

    @Bean
    @Order(6)
    EncryptedColumn correctedValues() {
        return EncryptedColumn.of("correction_change", CHANGE, "old_cipher", "correction_change.old_cipher", CHANGE_ROW);
    }

    @Bean
    @Order(6)
    EncryptedColumn correctingValues() {
        return EncryptedColumn.of("correction_change", CHANGE, "new_cipher", "correction_change.new_cipher", CHANGE_ROW);
    }

    @Bean
    @Order(6)
    EncryptedColumn contentOfChanges() {
        return new EncryptedColumn("household_change", List.of("id"), "content", "household_change.content", "t.number",
                SOME_LARGER_PIECES);
    }
}
