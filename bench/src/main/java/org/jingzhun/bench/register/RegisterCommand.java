package org.jingzhun.bench.register;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

import org.jingzhun.bench.Arguments;

/** {@code register reads|changes|import|load-data|export|quality|planted|flow-check|figure-filling|figures|feed|rolling|restore-watch|restore-check}: the command line in front of the measurements. */
public final class RegisterCommand {

    private RegisterCommand() {}

    /** Measures and prints a table; wrong options are an {@link IllegalArgumentException}. */
    public static String run(String what, Arguments arguments) throws Exception {
        var area = arguments.text("area", "451481");
        var rounds = arguments.number("rounds", 3);
        if (what.equals("load-data")) {
            var url = arguments.text("db-url");
            var user = arguments.text("db-user", "household_migration");
            arguments.refuseOthers();
            LoadDataYardstick.run(url, user, secret("HOUSEHOLD_DB_MIGRATION_PASSWORD"), area, System.out);
            return "";
        }
        var url = arguments.text("url", "http://localhost:8080");
        var suite = new Suite(url, arguments.text("client", "demo-importer"),
                secret("CLIENT_SECRET"));
        switch (what) {
            case "reads" -> reads(suite, area, rounds, arguments);
            case "changes" -> changes(suite, area, rounds, arguments);
            case "import" -> {
                var file = Path.of(arguments.text("file"));
                var year = arguments.number("year", 2022);
                var commit = Boolean.parseBoolean(arguments.text("commit", "true"));
                arguments.refuseOthers();
                new Bulk(suite, System.out).importFile(file, area, year, commit);
            }
            case "export" -> {
                var formats = list(arguments.text("formats", "NDJSON,CSV,XLSX"));
                arguments.refuseOthers();
                new Bulk(suite, System.out).export(area, formats);
            }
            case "quality" -> {
                arguments.refuseOthers();
                new Bulk(suite, System.out).quality(area);
            }
            case "planted" -> {
                var files = list(arguments.text("files")).stream().map(Path::of).toList();
                arguments.refuseOthers();
                if (!new PlantedFindings(suite, area).compare(files, System.out)) {
                    throw new IllegalStateException("what was found is not what was planted");
                }
            }
            case "flow-check" -> FigureCommand.check(suite, area, arguments);
            case "figure-filling" -> FigureCommand.fill(suite, arguments);
            case "figures" -> FigureCommand.figures(suite, area, arguments);
            case "feed" -> FigureCommand.feed(suite, url, area, arguments);
            case "restore-watch" -> FigureCommand.restoreWatch(suite, url, area, arguments);
            case "restore-check" -> FigureCommand.restoreCheck(suite, url, area, arguments);
            case "rolling" -> FigureCommand.rolling(suite, arguments);
            default -> throw new IllegalArgumentException("nothing is measured by that name: " + what);
        }
        return "";
    }

    private static void reads(Suite suite, String area, int rounds, Arguments arguments) throws Exception {
        var asOf = arguments.text("as-of", LocalDate.now(Clock.system(ZoneId.of("Asia/Shanghai"))).minusYears(10).toString());
        var seconds = arguments.number("seconds", 10);
        var connections = arguments.number("connections", 16);
        var warm = arguments.number("warm", 20_000);
        var deep = arguments.number("deep", 1_000);
        arguments.refuseOthers();
        new Reads(suite, area, asOf, deep).run(rounds, seconds, connections, warm, System.out);
    }

    private static void changes(Suite suite, String area, int rounds, Arguments arguments) throws Exception {
        var counties = list(arguments.text("counties", ""));
        var writers = arguments.number("writers", 32);
        var changes = arguments.number("changes", 1_000);
        var perSecond = arguments.number("per-second", 50);
        var told = Boolean.parseBoolean(arguments.text("told", "false"));
        arguments.refuseOthers();
        new ChangesOfMembers(suite, LocalDate.now(Clock.system(ZoneId.of("Asia/Shanghai"))), told).run(area, counties, writers,
                changes,
                perSecond, rounds, System.out);
    }

    private static List<String> list(String words) {
        return Arrays.stream(words.split(",", -1)).map(String::strip).filter(word -> !word.isEmpty()).toList();
    }

    private static String secret(String name) {
        return Objects.requireNonNullElse(System.getenv(name), "");
    }
}
