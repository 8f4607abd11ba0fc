package org.jingzhun.bench.register;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Changes what is counted, again and again: the exit state of households from today or from years ago, the ability of heads to work. */
final class FigureWriters implements AutoCloseable {

    private final Suite suite;
    private final LocalDate today;
    private final Duration pause;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicInteger done = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private volatile boolean ended;

    FigureWriters(Suite suite, LocalDate today) {
        this(suite, today, Duration.ZERO);
    }

    /** @param pause of a writer after each change */
    FigureWriters(Suite suite, LocalDate today, Duration pause) {
        this.suite = suite;
        this.today = today;
        this.pause = pause;
    }

    void start(String area, int writers) throws Exception {
        var numbers = new ArrayList<String>();
        suite.get("/households?limit=500&area=" + area).must(200).json().path("items")
                .forEach(item -> numbers.add(item.path("number").asString()));
        for (var writer = 0; writer < writers; writer++) {
            var chance = new Random(writer);
            threads.execute(() -> {
                while (!ended) {
                    one(numbers.get(chance.nextInt(numbers.size())), chance);
                    LockSupport.parkNanos(pause.toNanos());
                }
            });
        }
    }

    private void one(String number, Random chance) {
        try {
            var found = suite.get("/households/" + number).must(200);
            var head = found.json().path("members").path(0).path("number").asString();
            var past = LocalDate.of(2016 + chance.nextInt(4), 6, 1 + chance.nextInt(28));
            var from = chance.nextBoolean() ? today : past;
            var correction = chance.nextBoolean()
                    ? Map.of("field", "exitState", "value", chance.nextBoolean() ? "2" : "4")
                    : Map.of("field", "labour", "value", chance.nextBoolean() ? "1" : "2", "person", head);
            var answer = suite.post("/changes", Map.of("action", "correct-fields", "household", number, "effectiveOn",
                    from.toString(), "reason", "checking figures", "evidence", "none", "corrections", List.of(correction)),
                    found.tag());
            (answer.status() == 201 ? done : refused).incrementAndGet();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            refused.incrementAndGet();
        }
    }

    String said() {
        return "%,d changes written meanwhile, %,d refused or without a change".formatted(done.get(), refused.get());
    }

    @Override
    public void close() {
        ended = true;
        threads.close();
    }
}
