package org.jingzhun.starter.feed;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import javax.sql.DataSource;

import org.jingzhun.starter.database.ServiceWithDatabase;
import org.jingzhun.starter.database.Transactions;
import org.jingzhun.starter.feed.NewFact.Aggregate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Nobody places facts here but the test. */
@SpringBootTest(classes = ServiceWithDatabase.class, webEnvironment = WebEnvironment.NONE, properties = {
        "jingzhun.test.schema=jz_sequencer", "db-scheduler.enabled=false"})
class SequencerTest {

    private static final String HERE = "451481101201";

    @Autowired
    DataSource connections;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    Transactions transactions;
    @Autowired
    Clock clock;
    @Autowired
    JdbcTemplate template;
    private FeedState state;
    private Sequencer sequencer;
    private Facts facts;

    @BeforeEach
    void feed() {
        state = new FeedState(jdbc, clock);
        state.begin();
        sequencer = new Sequencer(jdbc, transactions, state, 3);
        facts = new Facts(template, JsonMapper.shared(), clock, () -> {
        });
        sequencer.placeAll();
    }

    @Test
    void whatIsCommittedLateIsPlacedLaterAndNotLost() throws SQLException {
        var before = state.now().position();
        try (var slow = open(); var quick = open()) {
            insert(slow, "slow", 1);
            insert(quick, "quick", 1);
            quick.commit();

            assertThat(sequencer.placeAll()).isEqualTo(1);
            assertThat(placedAfter(before)).containsExactly("quick 1");

            slow.commit();
            assertThat(sequencer.placeAll()).isEqualTo(1);
            assertThat(placedAfter(before)).containsExactly("quick 1", "slow 1");
            assertThat(state.now().position()).isEqualTo(before + 2);
        }
    }

    @Test
    void whatIsRolledBackIsNeverTold() throws SQLException {
        var before = state.now().position();
        try (var given = open()) {
            insert(given, "given up", 1);
            given.rollback();
        }
        assertThat(sequencer.placeAll()).isZero();
        assertThat(state.now().position()).isEqualTo(before);
    }

    @Test
    void aCrashBetweenItsStepsChangesNothing() {
        var before = state.now().position();
        for (int i = 1; i <= 4; i++) {
            tell("crash", i);
        }
        var dies = new Sequencer(jdbc, transactions, new FeedState(jdbc, clock) {
            @Override
            void raise(long position) {
                throw new IllegalStateException("the process is killed here");
            }
        }, 3);
        assertThatThrownBy(dies::placeAll).hasMessageContaining("killed");
        assertThat(placedAfter(before)).isEmpty();

        assertThat(sequencer.placeAll()).isEqualTo(4);
        assertThat(placedAfter(before)).containsExactly("crash 1", "crash 2", "crash 3", "crash 4");
    }

    @Test
    void manyWritersAndThreeSequencersMakeOneOrder() throws Exception {
        jdbc.sql("insert ignore into purse (id, yuan) values (1, 0), (2, 0), (3, 0), (4, 0)").update();
        jdbc.sql("update purse set yuan = 0").update();
        var before = state.now().position();
        var stop = new AtomicBoolean();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var sequencers = IntStream.range(0, 3).<Future<?>>mapToObj(i -> threads.submit(() -> {
                while (!stop.get()) {
                    sequencer.placeAll();
                }
            })).toList();
            var writers = IntStream.range(0, 8).<Future<?>>mapToObj(i -> threads.submit(() -> write(new Random(i)))).toList();
            for (var writer : writers) {
                writer.get();
            }
            stop.set(true);
            for (var one : sequencers) {
                one.get();
            }
        }
        sequencer.placeAll();

        var positions = jdbc.sql("select position from fact where position > ? order by position").param(before)
                .query(Long.class).list();
        var written = jdbc.sql("select sum(yuan) from purse").query(Integer.class).single();
        assertThat(positions).isEqualTo(LongStream.rangeClosed(before + 1, before + written).boxed().toList());
        for (int purse = 1; purse <= 4; purse++) {
            var versions = jdbc.sql("select version from fact where position > ? and aggregate = ? order by position")
                    .param(before).param("purse " + purse).query(Integer.class).list();
            var last = jdbc.sql("select yuan from purse where id = ?").param(purse).query(Integer.class).single();
            assertThat(versions).isEqualTo(IntStream.rangeClosed(1, last).boxed().toList());
        }
    }

    /** Each change raises the version of one of four records; a third of them is given up at the end. */
    private void write(Random chance) {
        for (int i = 0; i < 25; i++) {
            var purse = 1 + chance.nextInt(4);
            var given = chance.nextInt(3) == 0;
            try {
                transactions.inOne(() -> {
                    jdbc.sql("update purse set yuan = yuan + 1 where id = ?").param(purse).update();
                    var version = jdbc.sql("select yuan from purse where id = ?").param(purse).query(Integer.class).single();
                    facts.write(fact("purse " + purse, version));
                    if (given) {
                        throw new IllegalStateException("given up");
                    }
                });
            } catch (IllegalStateException e) {
                assertThat(e).hasMessage("given up");
            }
        }
    }

    private void tell(String aggregate, int version) {
        transactions.inOne(() -> facts.write(fact(aggregate, version)));
    }

    private static NewFact fact(String aggregate, int version) {
        return NewFact.of("thing-changed", new Aggregate("thing", aggregate), version, HERE, LocalDate.of(2020, 1, 1), Map.of());
    }

    private List<String> placedAfter(long position) {
        return jdbc.sql("select concat(aggregate, ' ', version) from fact where position > ? order by position").param(position)
                .query(String.class).list();
    }

    private Connection open() throws SQLException {
        var connection = connections.getConnection();
        connection.setAutoCommit(false);
        return connection;
    }

    private static void insert(Connection connection, String aggregate, int version) throws SQLException {
        try (var statement = connection.prepareStatement("""
                insert into fact_waiting (kind, aggregate_kind, aggregate, version, division, effective_on, recorded_at, body)
                values ('thing-changed', 'thing', ?, ?, '451481101201', '2020-01-01', utc_timestamp(6), '{}')
                """)) {
            statement.setString(1, aggregate);
            statement.setInt(2, version);
            statement.executeUpdate();
        }
    }
}
