package org.jingzhun.bench.register;

import java.io.PrintStream;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** The figures page at a steady rate: the same question again and again, and questions that nobody has asked before. */
final class FiguresLoad {

    private final Suite suite;
    private final String area;
    private final LocalDate today;
    private final AtomicInteger fresh = new AtomicInteger();

    FiguresLoad(Suite suite, String area, LocalDate today) {
        this.suite = suite;
        this.area = area;
        this.today = today;
    }

    void run(int perSecond, int seconds, int warm, PrintStream out) throws Exception {
        var routes = new LinkedHashMap<String, Load.Asking>();
        for (var name : List.of("register", "poor", "age", "labour", "education")) {
            routes.put(name + " by division, asked before", asked(number -> "/figures/" + name + "?by=division&area=" + area));
            // the days of some years, each once: a cache of answers has none of them
            routes.put(name + " by division, a new day",
                    asked(number -> "/figures/" + name + "?by=division&area=" + area + "&asOf="
                            + today.minusDays(1L + fresh.incrementAndGet() % 3_600)));
        }
        routes.put("flow of a year by division, asked before",
                asked(number -> "/figures/flows?by=division&area=" + area + "&year=" + (today.getYear() - 1)));
        out.println(Load.heading());
        for (var route : routes.entrySet()) {
            Load.closed(4, warm, 30, route.getValue());
            out.println(Load.line(route.getKey(), List.of(Load.constant(perSecond, perSecond * seconds, route.getValue()))));
        }
    }

    private interface Question {
        String path(int number);
    }

    private Load.Asking asked(Question question) {
        return number -> suite.get(question.path(number)).status() == 200;
    }
}
