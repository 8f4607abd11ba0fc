package org.jingzhun.bench.province;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;

import org.jingzhun.bench.Arguments;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** {@code province}: the command line in front of {@link Province}. */
public final class ProvinceCommand {

    private ProvinceCommand() {}

    /** Fills the register and gives a line that says so. */
    public static String run(Arguments arguments) throws IOException {
        var order = new Province.Order(arguments.text("province", "14"), arguments.number("households", 1_200_000),
                arguments.number("year", 2025), Long.parseLong(arguments.text("seed", "1")), Path.of(arguments.text("folder")),
                arguments.number("threads", Runtime.getRuntime().availableProcessors()));
        var url = arguments.text("db-url");
        var user = arguments.text("db-user", environment("HOUSEHOLD_DB_USER", "household"));
        var keyRing = Path.of(arguments.text("key-ring", environment("JINGZHUN_KEYRING", "")));
        arguments.refuseOthers();
        if (order.year() < 2021 || order.year() > 2026 || order.households() < 1 || order.threads() < 1) {
            throw new IllegalArgumentException("a year from 2021 to 2026, at least one household and one thread");
        }
        var database = new DriverManagerDataSource(url + (url.contains("?") ? "&" : "?") + "allowLoadLocalInfile=true", user,
                environment("HOUSEHOLD_DB_PASSWORD", ""));
        var seconds = new Province(order, database, keyRing, Clock.system(ZoneId.of("Asia/Shanghai")), System.out).build();
        return "province %s: %d households in %.0f s".formatted(order.province(), order.households(), seconds);
    }

    private static String environment(String name, String otherwise) {
        return System.getenv().getOrDefault(name, otherwise);
    }
}
