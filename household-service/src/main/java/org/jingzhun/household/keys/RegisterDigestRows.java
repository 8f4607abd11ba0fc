package org.jingzhun.household.keys;

import org.jingzhun.household.field.Holder;
import org.jingzhun.starter.rotation.DigestedRows;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where a rotation of the key for digests finds those of the register. It comes before what is staged, which is compared with it. */
@Configuration(proxyBeanMethods = false)
class RegisterDigestRows {

    private static final int ROWS_AT_ONCE = 500;

    @Bean
    @Order(1)
    DigestedRows householdDigests(JdbcClient jdbc, RegisterDigests digests) {
        return new OfTable(Holder.HOUSEHOLD, jdbc, digests);
    }

    @Bean
    @Order(2)
    DigestedRows personDigests(JdbcClient jdbc, RegisterDigests digests) {
        return new OfTable(Holder.PERSON, jdbc, digests);
    }

    /** A table, by its ids. */
    private record OfTable(Holder holder, JdbcClient jdbc, RegisterDigests digests) implements DigestedRows {

        @Override
        public String name() {
            return holder.table();
        }

        @Override
        public long count() {
            return jdbc.sql("select count(*) from " + name()).query(Long.class).single();
        }

        @Override
        public Step raise(@Nullable String after, int generation) {
            var ids = jdbc.sql("select id from %s where id > ? order by id limit %d".formatted(name(), ROWS_AT_ONCE))
                    .param(after == null ? 0 : Long.parseLong(after)).query(Long.class).list();
            var raised = ids.isEmpty() ? 0 : digests.raise(holder, ids, generation);
            return new Step(ids.size() < ROWS_AT_ONCE ? null : ids.getLast().toString(), ids.size(), raised);
        }
    }
}
