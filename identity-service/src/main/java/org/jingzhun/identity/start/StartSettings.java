package org.jingzhun.identity.start;

import java.util.Map;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param adminPassword of the first administrator, needed at the first start only
 * @param demo whether this is a demonstration, with accounts to try it
 * @param demoPassword of all persons of the demonstration
 * @param demoImporterSecret of the service account that imports the demonstration's county
 * @param feedArea the division whose facts the services read from each other; empty for the whole country
 * @param feedSecrets of the service accounts by which the services ask each other, by their client id; none is made without one
 */
@ConfigurationProperties("identity.start")
record StartSettings(@DefaultValue("") String adminPassword, @DefaultValue("false") boolean demo,
        @DefaultValue("") String demoPassword, @DefaultValue("") String demoImporterSecret,
        @DefaultValue("") String feedArea, @DefaultValue Map<String, String> feedSecrets) {}
