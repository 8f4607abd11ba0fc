package org.jingzhun.household.codelist;

import org.jingzhun.household.reference.CsvMigration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the code lists and the known other spellings come from. */
@Configuration(proxyBeanMethods = false)
class CodeListConfiguration {

    static final String TOPIC = "code-lists";

    @Bean
    CsvMigration codeListData() {
        return new CsvMigration(TOPIC, "code_list_entry", "codelists/code-lists.csv");
    }

    @Bean
    CsvMigration codeListVariantData() {
        return new CsvMigration(TOPIC, "code_list_variant", "codelists/variants.csv");
    }
}
