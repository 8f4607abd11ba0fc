package org.jingzhun.household.imports;

import org.jingzhun.starter.watch.Level;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What operators see of imports. */
@Configuration(proxyBeanMethods = false)
class ImportLevels {

    @Bean
    Level importsRunning() {
        return new Level("jingzhun.imports.running", "Imports that are being checked or committed",
                "select count(*) from import_job where state in ('CHECKING', 'COMMITTING')");
    }

    @Bean
    Level importRate() {
        return new Level("jingzhun.import.rows.rate", "Rows per second of all running imports, as their owners see it", """
                select coalesce(sum((done - rate_from) / greatest(timestampdiff(second, rate_since, utc_timestamp()), 1)), 0)
                  from import_job where state in ('CHECKING', 'COMMITTING') and rate_since is not null
                """);
    }
}
