package org.jingzhun.bench.register;

import java.io.PrintStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;

/** Pages, single households, searches, and the same as they were ten years ago. */
final class Reads {

    private static final String PURPOSE = "measuring the register";

    private final Suite suite;
    private final String area;
    private final String asOf;
    private final int deep;

    Reads(Suite suite, String area, String asOf, int deep) {
        this.suite = suite;
        this.area = area;
        this.asOf = asOf;
        this.deep = deep;
    }

    void run(int rounds, double seconds, int connections, int warm, PrintStream out) throws Exception {
        var routes = routes(out);
        for (var route : routes.values()) {
            Load.closed(connections, warm, 60, route);
        }
        var figures = new LinkedHashMap<String, ArrayList<Load.Figures>>();
        for (var round = 0; round < rounds; round++) {
            for (var route : routes.entrySet()) {
                figures.computeIfAbsent(route.getKey(), name -> new ArrayList<>())
                        .add(Load.closed(connections, 2_000_000, seconds, route.getValue()));
            }
        }
        out.println(Load.heading());
        figures.forEach((name, each) -> out.println(Load.line(name, each)));
    }

    private Map<String, Load.Asking> routes(PrintStream out) throws Exception {
        var page = "/households?area=" + area + "&limit=50";
        var first = suite.get(page).must(200).json();
        var number = first.path("items").path(0).path("number").asString();
        var one = suite.get("/households/" + number).must(200).json();
        var head = one.path("members").path(0);
        var person = head.path("number").asString();
        var id = suite.post("/persons/" + person + "/unmaskings", Map.of("field", "residentId", "purpose", PURPOSE), "")
                .must(200, 201)
                .json().path("value").asString();
        var cursor = first.path("next");
        var pages = 1;
        for (; pages < deep && cursor.isString(); pages++) {
            cursor = suite.get(page + "&after=" + encoded(cursor.asString())).must(200).json().path("next");
        }
        var routes = new LinkedHashMap<String, Load.Asking>();
        routes.put("one household", get("/households/" + number));
        routes.put("page of 50, first", get(page));
        if (cursor.isString()) {
            routes.put("page of 50, page " + (pages + 1), get(page + "&after=" + encoded(cursor.asString())));
        } else {
            out.println("The area has only " + pages + " pages: no deep page is measured.\n");
        }
        routes.put("page of 50, one type", get(page + "&type=1"));
        routes.put("page of 50, type, income and members", get(page + "&type=1&incomeBelow=12000&ageFrom=70"));
        routes.put("one household as of " + asOf, get("/households/" + number + "?asOf=" + asOf));
        routes.put("page of 50 as of " + asOf, get(page + "&asOf=" + asOf));
        routes.put("person search by name",
                search(Map.of("name", head.path("name").asString(), "area", area, "purpose", PURPOSE)));
        routes.put("person search by resident ID", search(Map.of("residentId", id, "purpose", PURPOSE)));
        return routes;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private Load.Asking get(String path) {
        return number -> suite.get(path).status() == 200;
    }

    private Load.Asking search(Map<String, String> wanted) {
        return number -> suite.post("/person-searches", wanted, "").status() == 200;
    }
}
