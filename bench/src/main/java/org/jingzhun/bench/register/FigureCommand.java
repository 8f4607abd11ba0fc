package org.jingzhun.bench.register;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

import org.jingzhun.bench.Arguments;

/** {@code register flow-check|figure-filling|figures|feed|rolling|restore-watch|restore-check}: what is counted, told, replaced and restored. */
final class FigureCommand {

    private FigureCommand() {}

    static void check(Suite suite, String area, Arguments arguments) throws Exception {
        var years = numbers(arguments.text("years", "2015,2016,2017,2018,2019"));
        var levels = numbers(arguments.text("levels", "4,6,9,12"));
        var threads = arguments.number("threads", 4);
        var writers = arguments.number("writers", 0);
        var oneOf = arguments.number("one-of", 0);
        var knownAt = arguments.text("known-at", "");
        arguments.refuseOthers();
        var right = true;
        if (oneOf > 0) {
            right = new FlowCheck(suite, knownAt, true).published(area, oneOf, System.out);
        }
        if (writers > 0) {
            try (var changing = new FigureWriters(suite, today())) {
                changing.start(area, writers);
                // what was known yesterday stays, however much is written; what is known now is compared where it stood still
                right &= new FlowCheck(suite, today().minusDays(1).toString(), true).run(area, years, levels, threads,
                        System.out);
                right &= new FlowCheck(suite, "", false).run(area, years, levels, threads, System.out);
                System.out.println(changing.said());
            }
        }
        right &= new FlowCheck(suite, knownAt, true).run(area, years, levels, threads, System.out);
        if (suite.toldToComeAgain() > 0) {
            System.out.printf("%,d times told to come again (503)%n", suite.toldToComeAgain());
        }
        if (!right) {
            throw new IllegalStateException("figures and records differ");
        }
    }

    static void figures(Suite suite, String area, Arguments arguments) throws Exception {
        var perSecond = arguments.number("per-second", 20);
        var seconds = arguments.number("seconds", 20);
        var warm = arguments.number("warm", 200);
        arguments.refuseOthers();
        new FiguresLoad(suite, area, today()).run(perSecond, seconds, warm, System.out);
    }

    /** Has the register counted anew, after it was filled past the service. */
    static void fill(Suite suite, Arguments arguments) throws Exception {
        arguments.refuseOthers();
        var begun = System.nanoTime();
        var state = suite.put("/figure-filling").must(202).json();
        while (!state.path("state").asString().equals("READY")) {
            Thread.sleep(500);
            state = suite.get("/figure-filling").must(200).json();
        }
        System.out.printf("counted anew in %.1f s: %s%n", (System.nanoTime() - begun) / 1e9, state);
    }

    static void feed(Suite suite, String url, String area, Arguments arguments) throws Exception {
        var perSecond = arguments.number("per-second", 50);
        var seconds = arguments.number("seconds", 30);
        var reader = "/api/" + arguments.text("reader", "supervision") + "/v1";
        var source = arguments.text("source", "household");
        var what = arguments.text("what", "replay,lag");
        var watcher = watcher(url, arguments);
        arguments.refuseOthers();
        var load = new FeedLoad(watcher, suite, reader, source);
        if (what.contains("replay")) {
            load.replay(System.out);
        }
        if (what.contains("lag")) {
            load.lag(area, perSecond, seconds, today(), System.out);
        }
    }

    static void restoreWatch(Suite suite, String url, String area, Arguments arguments) throws Exception {
        var year = arguments.number("year", 2022);
        var seen = Path.of(arguments.text("seen"));
        var until = Path.of(arguments.text("until"));
        var watcher = watcher(url, arguments);
        arguments.refuseOthers();
        new RestoreDrill(suite, area).watch(year, today(), seen, until, watcher, System.out);
    }

    static void restoreCheck(Suite suite, String url, String area, Arguments arguments) throws Exception {
        var year = arguments.number("year", 2022);
        var seen = Path.of(arguments.text("seen"));
        var watcher = watcher(url, arguments);
        arguments.refuseOthers();
        if (!new RestoreDrill(suite, area).check(year, seen, watcher, System.out)) {
            throw new IllegalStateException("what was restored is not what was there");
        }
    }

    static void rolling(Suite suite, Arguments arguments) throws Exception {
        var perSecond = arguments.number("per-second", 50);
        var seconds = arguments.number("seconds", 120);
        var until = Path.of(arguments.text("until", "none"));
        var field = arguments.text("field", "addedField");
        var division = arguments.text("division", "451481101201");
        arguments.refuseOthers();
        if (!new Rolling(suite, division).run(perSecond, seconds, until, field, System.out)) {
            throw new IllegalStateException("requests failed");
        }
    }

    private static Suite watcher(String url, Arguments arguments) {
        return new Suite(url, arguments.text("watcher"), Objects.requireNonNullElse(System.getenv("WATCHER_SECRET"), ""));
    }

    private static List<Integer> numbers(String words) {
        return Arrays.stream(words.split(",", -1)).map(String::strip).map(Integer::valueOf).toList();
    }

    private static LocalDate today() {
        return LocalDate.now(Clock.system(ZoneId.of("Asia/Shanghai")));
    }
}
