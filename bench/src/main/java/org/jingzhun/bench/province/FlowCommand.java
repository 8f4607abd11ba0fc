package org.jingzhun.bench.province;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;

import org.jingzhun.bench.Arguments;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** {@code flow fill}: the command line in front of {@link CityFlow}. */
public final class FlowCommand {

    private FlowCommand() {}

    /** Fills the register and gives a line that says so. */
    public static String fill(Arguments arguments) throws IOException {
        var oneOf = arguments.number("one-of", 10);
        var seed = arguments.number("seed", 1);
        var folder = Path.of(arguments.text("folder"));
        var url = arguments.text("db-url");
        var user = arguments.text("db-user", "household");
        var keyRing = Path.of(arguments.text("key-ring", Objects.requireNonNullElse(System.getenv("JINGZHUN_KEYRING"), "")));
        arguments.refuseOthers();
        if (oneOf < 1 || oneOf > 1000) {
            throw new IllegalArgumentException("--one-of is from 1, the full size, to 1000");
        }
        var database = new DriverManagerDataSource(url + (url.contains("?") ? "&" : "?") + "allowLoadLocalInfile=true", user,
                Objects.requireNonNullElse(System.getenv("HOUSEHOLD_DB_PASSWORD"), ""));
        var households = new CityFlow(folder, database, keyRing, System.out).build(oneOf, seed);
        return "flow of 4514, each figure as one of %d: %d households".formatted(oneOf, households);
    }
}
