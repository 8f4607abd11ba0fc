package org.jingzhun.starter.feed.reading;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import com.zaxxer.hikari.HikariDataSource;
import org.jingzhun.starter.database.ServiceWithDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A source that misbehaves in every way, read into real tables. */
@SpringBootTest(classes = ServiceWithDatabase.class, webEnvironment = WebEnvironment.NONE, properties = {
        "jingzhun.test.schema=jz_reading", "db-scheduler.enabled=false"})
class ReadingTest {

    private static final ReadingSettings SETTINGS = new ReadingSettings(Duration.ofSeconds(1), 3, 3, Duration.ofMinutes(10));

    @Autowired
    JdbcClient jdbc;
    @Autowired
    Clock clock;
    @Autowired
    PlatformTransactionManager transactions;
    @Autowired
    HikariDataSource pool;
    private final Source source = new Source();
    private Effects effects;
    private ReadStates states;
    private ParkedFacts parked;
    private FeedReader reader;

    @BeforeEach
    void empty() {
        jdbc.sql("delete from feed_cursor").update();
        jdbc.sql("delete from parked_fact").update();
        jdbc.sql("delete from effect").update();
        effects = new Effects(jdbc);
        states = new ReadStates(jdbc, clock);
        parked = new ParkedFacts(jdbc, clock);
        reader = reader();
    }

    private FeedReader reader() {
        return new FeedReader(source, effects, states, parked, transactions, SETTINGS);
    }

    @Test
    void whatWasToldIsStoredWithItsMark() {
        source.tell("a 1", "b 1", "a 2", "c 1", "b 2", "a 3", "c 2");
        reader.readAll();

        assertThat(stored()).containsExactlyInAnyOrderEntriesOf(Map.of("a", 3, "b", 2, "c", 2));
        var state = states.find("probe").orElseThrow();
        assertThat(state.position()).isEqualTo(7).isEqualTo(state.head());
        assertThat(state.replaying()).isFalse();
        assertThat(effects.caughtUp).containsExactly(1);
    }

    @Test
    void aPageThatWasBrokenOffIsNotTaken() {
        source.tell("a 1", "b 1");
        source.garbling = page -> page.substring(0, page.lastIndexOf("\n", page.length() - 2) + 1); // the last line is missing
        reader.readAll();
        source.garbling = page -> page.substring(0, page.length() / 2);
        reader.readAll();
        source.garbling = page -> "";
        reader.readAll();
        assertThat(stored()).isEmpty();
        assertThat(states.find("probe").orElseThrow().lastError()).contains("broke off");
        assertThat(states.find("probe").orElseThrow().position()).isZero();

        source.garbling = page -> page;
        reader.readAll();
        assertThat(stored()).isEqualTo(Map.of("a", 1, "b", 1));
        assertThat(states.find("probe").orElseThrow().lastError()).isNull();
        assertThat(parked.count("probe")).isZero();
    }

    @Test
    void whatComesTwiceOrInDisorderIsAppliedOnceAndInOrder() {
        source.tell("a 1", "a 2", "b 1");
        source.garbling = page -> { // the facts of each page doubled and turned round
            var lines = new ArrayList<>(page.lines().toList());
            var end = lines.removeLast();
            return lines.reversed().stream().flatMap(line -> List.of(line, line).stream())
                    .collect(Collectors.joining("\n")) + "\n" + end + "\n";
        };
        reader.readAll();
        assertThat(effects.applied).containsExactly("a 1", "a 2", "b 1");

        source.tell("a 3", "b 2", "c 1", "c 2");
        source.repeatsAll = true; // each page brings what came before as well
        reader.readAll();
        assertThat(effects.applied).containsExactly("a 1", "a 2", "b 1", "a 3", "b 2", "c 1", "c 2");
        assertThat(stored()).isEqualTo(Map.of("a", 3, "b", 2, "c", 2));
    }

    @Test
    void aCrashBetweenEffectAndMarkLeavesNeither() {
        source.tell("a 1", "b 1");
        var dies = new FeedReader(source, effects, new ReadStates(jdbc, clock) {
            @Override
            void store(String name, FeedPage page, long position, boolean replaying) {
                throw new IllegalStateException("the process is killed here");
            }
        }, parked, transactions, SETTINGS);
        dies.readAll();
        assertThat(stored()).isEmpty();
        assertThat(states.find("probe").orElseThrow().position()).isZero();

        reader.readAll();
        assertThat(source.asked).as("the other instance may still live").isOne();
        claimedFor(Duration.ZERO);
        reader.readAll();
        assertThat(stored()).isEqualTo(Map.of("a", 1, "b", 1));
    }

    @Test
    void whatFailsIsParkedWithAllThatFollowsAndStopsNothingElse() {
        source.tell("a 1", "bad 1", "b 1", "bad 2", "c 1");
        effects.refused = "bad";
        reader.readAll();
        assertThat(stored()).isEmpty(); // the first attempt: it may pass by itself
        reader.readAll();
        reader.readAll();

        assertThat(stored()).isEqualTo(Map.of("a", 1, "b", 1, "c", 1));
        assertThat(parked.after(0, 10))
                .extracting(it -> it.aggregate() + " " + it.fact().aggregate().version() + " " + it.attempts())
                .containsExactly("bad 1 3", "bad 2 0");
        assertThat(parked.after(0, 10).getFirst().error()).isEqualTo("IllegalArgumentException");
        source.tell("bad 3", "a 2");
        reader.readAll();
        assertThat(stored()).isEqualTo(Map.of("a", 2, "b", 1, "c", 1));
        assertThat(parked.count("probe")).isEqualTo(3);

        assertThat(reader.repeat(parked.after(0, 1).getFirst())).isFalse();
        assertThat(parked.after(0, 10).getFirst().attempts()).isEqualTo(4);

        effects.refused = "";
        assertThat(reader.repeat(parked.after(0, 3).getLast())).isTrue();
        assertThat(parked.count("probe")).isZero();
        assertThat(effects.applied).endsWith("bad 1", "bad 2", "bad 3");
        assertThat(stored()).containsEntry("bad", 3);
    }

    @Test
    void aFailureOfTheDatabaseIsNoFactsFault() {
        source.tell("a 1");
        effects.passing = true;
        for (int i = 0; i < 10; i++) {
            reader.readAll();
        }
        assertThat(parked.count("probe")).isZero();
        assertThat(states.find("probe").orElseThrow().lastError()).contains("CannotAcquireLockException");

        effects.passing = false;
        reader.readAll();
        assertThat(stored()).isEqualTo(Map.of("a", 1));
    }

    @Test
    void anotherOrderIsReadFromZeroAndWhatIsOlderVanishes() {
        source.tell("a 5", "gone 1", "b 1");
        reader.readAll();
        source.restore();
        source.tell("a 4", "b 1"); // the restored source is older, and knows nothing of what is gone
        reader.readAll();
        assertThat(stored()).containsEntry("gone", 1); // until the new generation has caught up
        reader.readAll();

        assertThat(stored()).isEqualTo(Map.of("a", 4, "b", 1));
        assertThat(states.find("probe").orElseThrow().generation()).isEqualTo(2);
        assertThat(effects.caughtUp).containsExactly(1, 2);
    }

    @Test
    void aReplayByHandEndsInTheSameState() {
        source.tell("a 1", "bad 1", "b 1");
        effects.refused = "bad";
        for (int i = 0; i < 3; i++) {
            reader.readAll();
        }
        effects.refused = "";
        reader.restart();
        assertThat(parked.count("probe")).isZero();
        reader.readAll();
        assertThat(stored()).isEqualTo(Map.of("a", 1, "b", 1, "bad", 1));
    }

    @Test
    void oneInstanceReadsASourceAtATime() throws Exception {
        source.tell("a 1", "b 1");
        states.begin("probe");
        effects.inside = new CountDownLatch(1);
        effects.goOn = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = threads.submit(reader::readAll);
            assertThat(effects.inside.await(20, TimeUnit.SECONDS)).isTrue();
            var asked = source.asked;
            reader().readAll(); // the other instance goes its way at once
            assertThat(source.asked).isEqualTo(asked);
            effects.goOn.countDown();
            first.get(20, TimeUnit.SECONDS);
        }
        assertThat(effects.applied).containsExactly("a 1", "b 1");
    }

    @Test
    void whileAPageIsOnItsWayNoConnectionIsHeldAndNoRowIsLocked() throws Exception {
        source.tell("a 1", "b 1");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor(); var way = source.slow()) {
            var reading = threads.submit(reader::readAll);
            way.awaitAsked();

            await().untilAsserted(() -> assertThat(pool.getHikariPoolMXBean().getActiveConnections()).isZero());
            new TransactionTemplate(transactions)
                    .executeWithoutResult(status -> assertThat(states.tryLock("probe")).isPresent());

            way.arrive();
            reading.get(20, TimeUnit.SECONDS);
        }
        assertThat(stored()).isEqualTo(Map.of("a", 1, "b", 1));
    }

    @Test
    void aPageThatIsOnItsWayWhenReadingBeginsAgainIsThrownAway() throws Exception {
        source.tell("a 1", "b 1");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor(); var way = source.slow()) {
            var reading = threads.submit(reader::readAll);
            way.awaitAsked();
            reader.restart(); // waits for nobody
            source.facts.set(0, "a 7");
            way.arrive();
            reading.get(20, TimeUnit.SECONDS);
        }
        assertThat(effects.applied).as("only of the page that was asked for anew").containsExactly("a 7", "b 1");
        assertThat(effects.caughtUp).containsExactly(2);
        assertThat(source.asked).isEqualTo(2);
    }

    @Test
    void ofTwoInstancesOneAsksAndTheOtherTakesOver() throws Exception {
        source.tell("a 1", "b 1");
        var other = reader();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor(); var way = source.slow()) {
            var reading = threads.submit(reader::readAll);
            way.awaitAsked();
            other.readAll();
            assertThat(source.asked).isOne();
            way.arrive();
            reading.get(20, TimeUnit.SECONDS);
        }
        source.tell("a 2");
        other.readAll();
        assertThat(source.asked).as("whoever has read goes on").isOne();
        reader.readAll();
        assertThat(source.asked).isEqualTo(2);

        source.tell("a 3");
        claimedFor(Duration.ZERO); // it was killed
        other.readAll();
        assertThat(stored()).isEqualTo(Map.of("a", 3, "b", 1));

        source.tell("a 4");
        reader.readAll();
        assertThat(stored()).isEqualTo(Map.of("a", 3, "b", 1));
        other.leave();
        reader.readAll();
        assertThat(stored()).isEqualTo(Map.of("a", 4, "b", 1));

        source.tell("a 5");
        claimedFor(Duration.ofDays(1)); // the clock was wrong
        other.readAll();
        assertThat(stored()).isEqualTo(Map.of("a", 5, "b", 1));
    }

    @Test
    void ifTwoHaveAskedForOnePageItIsAppliedOnce() throws Exception {
        source.tell("a 1", "b 1");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor(); var way = source.slow()) {
            var slow = threads.submit(reader::readAll);
            way.awaitAsked();
            claimedFor(Duration.ZERO);
            reader().readAll();
            assertThat(stored()).isEqualTo(Map.of("a", 1, "b", 1));
            way.arrive();
            slow.get(20, TimeUnit.SECONDS);
        }
        assertThat(effects.applied).containsExactly("a 1", "b 1");
        assertThat(effects.caughtUp).containsExactly(1);
        assertThat(source.asked).as("the slow one sees that another reads").isEqualTo(2);
    }

    @Test
    void ifTwoHearThatTheOrderIsOverItBeginsAgainOnce() throws Exception {
        source.tell("a 5");
        reader.readAll();
        source.restore();
        source.tell("a 4");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor(); var way = source.slow()) {
            var slow = threads.submit(reader::readAll);
            way.awaitAsked();
            claimedFor(Duration.ZERO);
            var other = reader();
            other.readAll();
            other.readAll();
            assertThat(states.find("probe").orElseThrow().generation()).isEqualTo(2);
            way.arrive();
            slow.get(20, TimeUnit.SECONDS);
        }
        assertThat(states.find("probe").orElseThrow().generation()).isEqualTo(2);
        assertThat(stored()).isEqualTo(Map.of("a", 4));
    }

    @Test
    void whatIsSlowerThanTheClaimIsTakenNevertheless() throws Exception {
        source.tell("a 1");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor(); var way = source.slow()) {
            var slow = threads.submit(reader::readAll);
            way.awaitAsked();
            jdbc.sql("update feed_cursor set reader = 'another', reader_until = utc_timestamp(6) + interval 1 minute").update();
            way.arrive();
            slow.get(20, TimeUnit.SECONDS);
        }
        assertThat(stored()).isEqualTo(Map.of("a", 1));
        assertThat(states.find("probe").orElseThrow().reader()).as("and the claim is left to whom it belongs")
                .isEqualTo("another");
    }

    private void claimedFor(Duration rest) {
        jdbc.sql("update feed_cursor set reader_until = utc_timestamp(6) + interval ? second").param(rest.toSeconds()).update();
    }

    private Map<String, Integer> stored() {
        return jdbc.sql("select name, version from effect").query((row, i) -> Map.entry(row.getString(1), row.getInt(2))).list()
                .stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
