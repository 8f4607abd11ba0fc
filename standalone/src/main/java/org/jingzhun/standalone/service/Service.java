package org.jingzhun.standalone.service;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import org.jingzhun.standalone.settings.Settings;
import org.jspecify.annotations.Nullable;

/** The services of the suite: each a process with two ports, one for its work and one for those who watch it. */
public enum Service {
    GATEWAY("gateway", 8080, 9080, null), IDENTITY("identity-service", 8090, 9090, "jz_identity"), HOUSEHOLD(
            "household-service", 8081, 9081, "jz_household"), INDUSTRY("industry-service", 8082, 9082,
                    "jz_industry"), RELOCATION("relocation-service", 8083, 9083, "jz_relocation"), FINANCE(
                            "finance-service", 8084, 9084,
                            "jz_finance"), SUPERVISION("supervision-service", 8085, 9085, "jz_supervision");

    private static final Set<Service> NEEDED = EnumSet.of(GATEWAY, IDENTITY, HOUSEHOLD);
    private static final String JAVA_OPTIONS = " -XX:+UseSerialGC -XX:+UseCompactObjectHeaders";

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

    /** Whether the suite is of no use without it. The others start where they are built. */
    public boolean needed() {
        return NEEDED.contains(this);
    }

    /** The schema that it owns, if it owns one. */
    public Optional<String> schema() {
        return schema;
    }

    int usualPort() {
        return usualPort;
    }

    int usualManagementPort() {
        return usualManagementPort;
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

    /** The setting with what it proves itself by to the others: {@code SUPERVISION_CLIENT_SECRET}. */
    String clientSecret() {
        return name() + "_CLIENT_SECRET";
    }

    List<String> javaOptions(Settings settings) {
        var usual = (needed() ? "-Xmx256m" : "-Xmx160m") + JAVA_OPTIONS;
        return List.of(settings.text("JINGZHUN_" + name() + "_JAVA_OPTIONS", usual).strip().split("\\s+"));
    }
}
