package org.jingzhun.bench.register;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Writes and reads settlements at a steady rate while relocation-service is replaced; in the end each must stand as it was last written. */
final class Rolling {

    private static final String SETTLEMENTS = "/api/relocation/v1/settlements";
    private static final int PLACES = 200;
    private static final int WRITES_OF_10 = 5;

    private final Suite suite;
    private final String division;
    private final Map<Integer, Place> places = new ConcurrentHashMap<>();
    private final Map<String, Integer> instances = new ConcurrentHashMap<>();
    private final AtomicInteger writes = new AtomicInteger();
    private final AtomicInteger reads = new AtomicInteger();
    private final AtomicInteger readsFailed = new AtomicInteger();
    private final AtomicInteger answersWithField = new AtomicInteger();
    private final AtomicLong made = new AtomicLong();
    private final AtomicInteger writesFailed = new AtomicInteger();
    private final Failures failures = new Failures();

    Rolling(Suite suite, String division) {
        this.suite = suite;
        this.division = division;
    }

    private record Place(String number, String tag, int capacity) {}

    /** Goes on until the file is there; {@code field} is what only the new build says. */
    boolean run(int perSecond, int seconds, Path until, String field, PrintStream out) throws Exception {
        for (var i = 0; i < PLACES; i++) {
            add(i);
        }
        if (places.size() < PLACES) {
            failures.print(out);
            throw new IllegalStateException("only %d of %d settlements could be entered".formatted(places.size(), PLACES));
        }
        var figures = Load.constant(perSecond, perSecond * seconds, number -> one(number, field), () -> Files.exists(until));
        out.println(Load.heading());
        out.println(Load.line("settlements at " + perSecond + "/s", List.of(figures)));
        var lost = 0;
        for (var place : places.values()) {
            var found = suite.get(SETTLEMENTS + "/" + place.number).must(200).json();
            lost += found.path("capacityPersons").asInt() == place.capacity ? 0 : 1;
        }
        out.printf("%n%,d writes, %d failed; %,d reads, %d failed; %,d answers with %s; %d settlements not as last written%n",
                writes.get(), writesFailed.get(), reads.get(), readsFailed.get(), answersWithField.get(), field, lost);
        out.println("answered by: " + new TreeMap<>(instances));
        failures.print(out);
        return writesFailed.get() == 0 && readsFailed.get() == 0 && lost == 0;
    }

    /** Of ten requests five write: one a new settlement, four change one. */
    private boolean one(int number, String field) throws Exception {
        var turn = number % 10;
        if (turn == 0) {
            return add((int) (PLACES + made.getAndIncrement()));
        }
        var place = places.remove(number % PLACES); // nobody else writes it meanwhile
        if (turn < WRITES_OF_10 && place != null) {
            return change(number % PLACES, place);
        }
        if (place != null) {
            places.put(number % PLACES, place);
        }
        return read(field);
    }

    private boolean read(String field) throws Exception {
        reads.incrementAndGet();
        try {
            var answer = heard(suite.get(SETTLEMENTS + "?limit=5&area=" + division.substring(0, 6)));
            if (answer.status() == 200) {
                answersWithField.addAndGet(answer.body().contains('"' + field + '"') ? 1 : 0);
                return true;
            }
            failures.add("read", answer);
        } catch (IOException e) {
            failures.add("read", e);
        }
        readsFailed.incrementAndGet();
        return false;
    }

    private boolean add(int index) throws Exception {
        var number = "ROLL-" + Long.toString(System.currentTimeMillis(), 36).toUpperCase(Locale.ROOT) + "-" + index;
        return write(index, number, index + 1, () -> suite.post(SETTLEMENTS, body(number, index + 1), ""));
    }

    private boolean change(int index, Place place) throws Exception {
        var capacity = place.capacity + 1;
        var right = write(index, place.number, capacity,
                () -> suite.put(SETTLEMENTS + "/" + place.number, body(place.number, capacity), place.tag));
        if (!right) {
            places.remove(index);
        }
        return right;
    }

    private Suite.Answer heard(Suite.Answer answer) {
        instances.merge(answer.instance().isEmpty() ? "unknown" : answer.instance(), 1, Integer::sum);
        return answer;
    }

    private interface Writing {
        Suite.Answer write() throws Exception;
    }

    private boolean write(int index, String number, int capacity, Writing writing) throws Exception {
        writes.incrementAndGet();
        try {
            var answer = heard(writing.write());
            if (answer.status() == 200 || answer.status() == 201) {
                places.put(index, new Place(number, answer.tag(), capacity));
                return true;
            }
            failures.add("write", answer);
        } catch (IOException e) {
            failures.add("write", e);
        }
        writesFailed.incrementAndGet();
        return false;
    }

    private Map<String, Object> body(String number, int capacity) {
        return Map.of("number", number, "division", division, "name", "平而安置点", "kind", "BORDER_LINE", "place", "平而关旁",
                "borderDistance", 1.5, "buildingArea", 9600, "capacityHouseholds", 96, "capacityPersons", capacity, "facilities",
                List.of("CLINIC"));
    }
}
