package org.jingzhun.standalone;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jingzhun.standalone.engine.MariaDb;
import org.jingzhun.standalone.engine.Redis;
import org.jingzhun.standalone.engine.Schema;
import org.jingzhun.standalone.process.Ports;
import org.jingzhun.standalone.service.Database;
import org.jingzhun.standalone.service.Service;
import org.jingzhun.standalone.settings.Secrets;
import org.jingzhun.standalone.settings.Settings;
import org.jingzhun.standalone.text.Console;
import org.jingzhun.standalone.text.Refusal;
import org.jspecify.annotations.Nullable;

/** Where the services keep their data and sessions: in servers that the operator has given, else in embedded ones of this installation. */
final class Stores {

    private final Settings settings;
    private final Secrets secrets;
    private final Console console;
    private final Map<Service, Database> databases = new EnumMap<>(Service.class);
    private final Map<String, String> redisUrls = new LinkedHashMap<>();
    private final @Nullable MariaDb mariaDb;
    private final List<Redis> redis;

    Stores(Settings settings, Secrets secrets, List<Service> present, Console console) {
        this.settings = settings;
        this.secrets = secrets;
        this.console = console;
        mariaDb = embeddedMariaDb(present);
        redis = embeddedRedis();
    }

    /** How each service reaches its schema. */
    Map<Service, Database> databases() {
        return databases;
    }

    /** By the setting that names it to the services. */
    Map<String, String> redisUrls() {
        return redisUrls;
    }

    /** None if every service was given its database. */
    @Nullable
    MariaDb mariaDb() {
        return mariaDb;
    }

    /** Those that are embedded. */
    List<Redis> redis() {
        return redis;
    }

    void requireFreePorts() {
        if (mariaDb != null) {
            Ports.requireFree("MariaDB", mariaDb.port(), MariaDb.PORT_SETTING);
        }
        for (var one : redis) {
            Ports.requireFree(one.title(), one.port(), one.portSetting());
        }
    }

    private @Nullable MariaDb embeddedMariaDb(List<Service> present) {
        var schemas = new LinkedHashMap<Service, Schema>();
        for (var service : present) {
            service.schema().ifPresent(schema -> {
                if (secrets.given(service.db("URL")).isPresent()) {
                    databases.put(service, given(service));
                } else {
                    schemas.put(service, new Schema(schema, service.account(), secrets.of(service.db("PASSWORD")),
                            service.account() + "_migration", secrets.of(service.db("MIGRATION_PASSWORD"))));
                }
            });
        }
        if (schemas.isEmpty()) {
            return null;
        }
        var embedded = new MariaDb(settings, List.copyOf(schemas.values()), console);
        schemas.forEach((service, schema) -> databases.put(service, new Database(embedded.url(schema), schema.user(),
                schema.password(), schema.migrationUser(), schema.migrationPassword())));
        return embedded;
    }

    private Database given(Service service) {
        return new Database(given(service, "URL"), given(service, "USER"), given(service, "PASSWORD"),
                given(service, "MIGRATION_USER"), given(service, "MIGRATION_PASSWORD"));
    }

    private String given(Service service, String which) {
        return secrets.given(service.db(which))
                .orElseThrow(() -> new Refusal("database-half-given", service.db("URL"), service.db(which)));
    }

    private List<Redis> embeddedRedis() {
        var embedded = new ArrayList<Redis>();
        for (var use : Redis.Use.values()) {
            var given = secrets.given(use.urlSetting());
            if (given.isPresent()) {
                redisUrls.put(use.urlSetting(), given.get());
            } else {
                var one = new Redis(settings, use, secrets.of("REDIS_%s_PASSWORD".formatted(use.name())), console);
                redisUrls.put(use.urlSetting(), one.url());
                embedded.add(one);
            }
        }
        return List.copyOf(embedded);
    }
}
