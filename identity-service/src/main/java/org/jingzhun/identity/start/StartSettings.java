package org.jingzhun.identity.start;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param adminPassword of the first administrator, needed at the first start only
 * @param demo whether this is a demonstration, with accounts to try it
 * @param demoPassword of all persons of the demonstration
 * @param demoImporterSecret of the service account that imports the demonstration's county
 */
@ConfigurationProperties("identity.start")
record StartSettings(@DefaultValue("") String adminPassword, @DefaultValue("false") boolean demo,
        @DefaultValue("") String demoPassword, @DefaultValue("") String demoImporterSecret) {}
