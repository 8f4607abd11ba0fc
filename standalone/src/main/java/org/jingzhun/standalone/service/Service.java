package org.jingzhun.standalone.service;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.jingzhun.standalone.settings.Settings;
import org.jspecify.annotations.Nullable;

/** The services of the suite: each a process with two ports, one for its work and one for those who watch it. */
public enum Service {
    GATEWAY("gateway", 8080, 9080, null), IDENTITY("identity-service", 8090, 9090, "jz_identity"), HOUSEHOLD(
            "household-service", 8081, 9081, "jz_household");

    private static final String JAVA_OPTIONS = "-Xmx256m -XX:+UseSerialGC -XX:+UseCompactObjectHeaders";

    private final String module;
    private final int usualPort;
    private final int usualManagementPort;
    private final Optional<String> schema;

    Service(String module, int usualPort, int usualManagementPort, @Nullable String schema) {
        this.module = module;
        this.usualPort = usualPort;
        this.usualManagementPort = usualManagementPort;
        this.schema = Optional.ofNullable(schema);
    }

    public String module() {
        return module;
    }

    /** The schema that it owns, if it owns one. */
    public Optional<String> schema() {
        return schema;
    }

    public String portSetting() {
        return this == GATEWAY ? "JINGZHUN_PORT" : "JINGZHUN_" + name() + "_PORT";
    }

    public int port(Settings settings) {
        return settings.number(portSetting(), usualPort);
    }

    public String managementPortSetting() {
        return "JINGZHUN_" + name() + "_MANAGEMENT_PORT";
    }

    public int managementPort(Settings settings) {
        return settings.number(managementPortSetting(), usualManagementPort);
    }

    /** Of five database settings: {@code IDENTITY_DB_URL}, {@code …_DB_MIGRATION_PASSWORD} and so on. */
    public String db(String which) {
        return name() + "_DB_" + which;
    }

    /** The name of its account in the embedded database. */
    public String account() {
        return name().toLowerCase(Locale.ROOT);
    }

    List<String> javaOptions(Settings settings) {
        return List.of(settings.text("JINGZHUN_" + name() + "_JAVA_OPTIONS", JAVA_OPTIONS).strip().split("\\s+"));
    }
}
