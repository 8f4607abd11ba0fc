package org.jingzhun.bench.torture;

import java.util.List;
import java.util.Objects;

import org.jingzhun.starter.feed.reading.Fact;
import org.jingzhun.starter.feed.reading.FactListener;
import org.jingzhun.starter.feed.reading.FeedSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A service that mirrors the producer's things, and keeps a list of every effect that a fact has had. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
class Consumer {

    static final String SOURCE = "torture";

    public static void main(String[] arguments) {
        SpringApplication.run(Consumer.class, arguments);
    }

    @Bean
    FeedSource torture(@Value("${torture.url}") String url, @Value("${torture.token}") String token,
            @Value("${torture.mangled}") boolean mangled) {
        var way = new Way(url, token);
        return mangled ? new MangledWay(way) : way;
    }

    @Bean
    FactListener mirror(JdbcClient jdbc) {
        return new Mirror(jdbc);
    }

    /** The effect: a higher version replaces a lower one, and only then is it an effect. */
    private record Mirror(JdbcClient jdbc) implements FactListener {

        @Override
        public String source() {
            return SOURCE;
        }

        @Override
        public void on(List<Fact> facts, int generation) {
            facts.forEach(this::one);
        }

        private void one(Fact fact) {
            var thing = Integer.parseInt(fact.aggregate().id());
            var known = jdbc.sql("select version from mirror where thing = ?").param(thing).query(Long.class).optional()
                    .orElse(0L);
            if (fact.aggregate().version() <= known) {
                return;
            }
            var amount = Objects.requireNonNull(fact.body()).path("amount").asLong();
            jdbc.sql("insert into mirror (thing, version, amount) values (:thing, :version, :amount) "
                    + "on duplicate key update version = :version, amount = :amount").param("thing", thing)
                    .param("version", fact.aggregate().version()).param("amount", amount).update();
            jdbc.sql("insert into effect (thing, version, position) values (?, ?, ?)").param(thing)
                    .param(fact.aggregate().version()).param(fact.position()).update();
        }

        @Override
        public void caughtUp(int generation) {}
    }
}
