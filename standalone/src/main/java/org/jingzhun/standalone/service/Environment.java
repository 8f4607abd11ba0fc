package org.jingzhun.standalone.service;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.jingzhun.standalone.settings.Secrets;
import org.jingzhun.standalone.settings.Settings;

/**
 * What a service is told: settings by environment, secrets by files.
 *
 * @param databases where each service's rows are
 * @param redis addresses by setting, with their passwords
 * @param keyRings the file with the keys of each service
 * @param matchKey the file with the key that household and supervision share
 */
record Environment(Settings settings, Secrets secrets, Map<Service, Database> databases, Map<String, String> redis,
        Map<Service, Path> keyRings, Path matchKey) {

    Map<String, String> of(Service service) {
        var told = new LinkedHashMap<String, String>();
        told.put("SERVER_PORT", String.valueOf(service.port(settings)));
        told.put("MANAGEMENT_PORT", String.valueOf(service.managementPort(settings)));
        // only the gateway is ever opened to others, and its management port is not
        told.put("SERVER_ADDRESS", service == Service.GATEWAY ? gatewayAddress() : "127.0.0.1");
        told.put("MANAGEMENT_SERVER_ADDRESS", "127.0.0.1");
        told.put("PUBLIC_URL", settings.publicUrl());
        told.put("IDENTITY_ISSUER", settings.text("IDENTITY_ISSUER", settings.publicUrl()));
        told.put("IDENTITY_JWKS_URL", settings.text("IDENTITY_JWKS_URL", url(Service.IDENTITY) + "/oauth2/jwks"));
        Optional.ofNullable(keyRings.get(service)).ifPresent(file -> told.put("JINGZHUN_KEYRING", file.toString()));
        if (service == Service.HOUSEHOLD || service == Service.SUPERVISION) {
            told.put("JINGZHUN_MATCH_KEY", matchKey.toString());
        }
        told.put("SECRETS_DIR", secrets.folderFor(service.module(), secretsOf(service)).toString());
        Optional.ofNullable(databases.get(service)).ifPresent(database -> {
            told.put(service.db("URL"), database.url());
            told.put(service.db("USER"), database.user());
            told.put(service.db("MIGRATION_USER"), database.migrationUser());
        });
        if (service == Service.IDENTITY) {
            told.put("JINGZHUN_DEMO", String.valueOf(settings.demo()));
        }
        neighbours(service, told);
        return told;
    }

    /** Where the others are, also those that are not there today. */
    private void neighbours(Service service, Map<String, String> told) {
        for (var other : Service.values()) {
            if (other != service && other != Service.GATEWAY) {
                told.put(other + "_URL", url(other));
            }
        }
        if (service != Service.GATEWAY && service != Service.IDENTITY) {
            told.put("IDENTITY_TOKEN_URL", settings.text("IDENTITY_TOKEN_URL", url(Service.IDENTITY) + "/oauth2/token"));
            if (service != Service.SUPERVISION && keyRings.containsKey(Service.SUPERVISION)) {
                told.put("FEED_NUDGE_URLS",
                        settings.text("FEED_NUDGE_URLS", url(Service.SUPERVISION) + "/api/supervision/v1/nudges"));
            }
        }
    }

    private Map<String, String> secretsOf(Service service) {
        var own = new LinkedHashMap<>(redis);
        Optional.ofNullable(databases.get(service)).ifPresent(database -> {
            own.put(service.db("PASSWORD"), database.password());
            own.put(service.db("MIGRATION_PASSWORD"), database.migrationPassword());
            own.put("PAGE_CURSOR_KEY", secrets.of(service.name() + "_CURSOR_KEY"));
        });
        for (var other : Service.values()) {
            if (other != Service.IDENTITY && (service == other || service == Service.IDENTITY)) {
                own.put(other.clientSecret(), secrets.of(other.clientSecret()));
            }
        }
        if (service == Service.IDENTITY) {
            own.put("IDENTITY_ADMIN_PASSWORD", secrets.of("IDENTITY_ADMIN_PASSWORD"));
            if (settings.demo()) {
                own.put("DEMO_PASSWORD", secrets.of("DEMO_PASSWORD"));
                own.put("DEMO_IMPORTER_SECRET", secrets.of("DEMO_IMPORTER_SECRET"));
            }
        }
        return own;
    }

    private String url(Service service) {
        return "http://127.0.0.1:" + service.port(settings);
    }

    private String gatewayAddress() {
        return settings.text("SERVER_ADDRESS", "127.0.0.1");
    }
}
