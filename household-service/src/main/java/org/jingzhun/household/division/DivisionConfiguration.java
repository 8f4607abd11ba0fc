package org.jingzhun.household.division;

import java.util.ArrayList;
import java.util.List;

import org.jingzhun.household.reference.CsvMigration;
import org.jingzhun.starter.access.FormerCodes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the divisions and their flags come from. */
@Configuration(proxyBeanMethods = false)
class DivisionConfiguration {

    static final String TOPIC = "divisions";

    @Bean
    CsvMigration divisionData() {
        return new CsvMigration(TOPIC, "division", "divisions/divisions.csv", List.of("short_name"),
                DivisionConfiguration::withShortName);
    }

    @Bean
    CsvMigration divisionFlagData() {
        return new CsvMigration(TOPIC, "division_flag", "divisions/flags.csv");
    }

    /** Whoever answers for an area answers for what it took over. */
    @Bean
    FormerCodes formerCodes(Divisions divisions) {
        return divisions::formerPrefixes;
    }

    private static List<String> withShortName(List<String> row) {
        var longer = new ArrayList<>(row);
        longer.add(Divisions.shortName(row.get(1)));
        return longer;
    }
}
