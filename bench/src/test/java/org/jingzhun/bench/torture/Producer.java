package org.jingzhun.bench.torture;

import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

import org.jingzhun.starter.database.Transactions;
import org.jingzhun.starter.feed.Facts;
import org.jingzhun.starter.feed.NewFact;
import org.jingzhun.starter.feed.NewFact.Aggregate;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A service whose writers change things in random order, wait in the middle of their transactions, and sometimes take them back. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
class Producer {

    private static final int ROLLED_BACK_OF_100 = 15;
    private static final int LONG_WAIT_OF_100 = 3;

    public static void main(String[] arguments) {
        SpringApplication.run(Producer.class, arguments);
    }

    @Bean
    ApplicationRunner writers(JdbcClient jdbc, Transactions transactions, Facts facts, @Value("${torture.writers}") int writers,
            @Value("${torture.things}") int things) {
        return arguments -> {
            for (var thing = 0; thing < things; thing++) {
                jdbc.sql("insert ignore into thing (id, version, amount) values (?, 0, 0)").param(thing).update();
            }
            for (var writer = 0; writer < writers; writer++) {
                Thread.ofVirtual().start(() -> write(jdbc, transactions, facts, things));
            }
        };
    }

    private static void write(JdbcClient jdbc, Transactions transactions, Facts facts, int things) {
        while (true) {
            var chance = ThreadLocalRandom.current();
            var few = chance.ints(chance.nextInt(1, 4), 0, things).distinct().sorted().toArray();
            try {
                transactions.inOne(() -> {
                    for (var thing : few) {
                        change(jdbc, facts, thing);
                        rest();
                    }
                    if (chance.nextInt(100) < ROLLED_BACK_OF_100) {
                        throw new TakenBack();
                    }
                });
            } catch (RuntimeException e) {
                // taken back, or the database was busy: the next one
            }
        }
    }

    /** The thing, what it must have been told of, and the fact: all or nothing. */
    private static void change(JdbcClient jdbc, Facts facts, int thing) {
        var version = jdbc.sql("select version from thing where id = ? for update").param(thing).query(Long.class).single() + 1;
        var amount = ThreadLocalRandom.current().nextLong(1_000_000);
        jdbc.sql("update thing set version = ?, amount = ? where id = ?").param(version).param(amount).param(thing).update();
        jdbc.sql("insert into truth (thing, version, amount) values (?, ?, ?)").param(thing).param(version).param(amount)
                .update();
        rest();
        facts.write(NewFact.of("thing-changed", new Aggregate("thing", String.valueOf(thing)), version, "451481101201",
                LocalDate.EPOCH, Map.of("amount", amount)));
    }

    private static void rest() {
        var chance = ThreadLocalRandom.current();
        try {
            Thread.sleep(chance.nextInt(100) < LONG_WAIT_OF_100 ? chance.nextInt(500) : chance.nextInt(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static final class TakenBack extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }
}
