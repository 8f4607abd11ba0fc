package org.jingzhun.household.reference;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

import javax.sql.DataSource;

import org.jingzhun.household.HouseholdServiceTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;

import static org.assertj.core.api.Assertions.assertThat;

@HouseholdServiceTest
class RememberedTest {

    private static final int READERS = 200;

    @Autowired
    DataSource database;

    @Test
    void twoHundredReadersWhoMissAtTheSameTimeCauseOneQuery() throws Exception {
        var connections = new AtomicInteger();
        var jdbc = JdbcClient.create(new DelegatingDataSource(database) {
            @Override
            public Connection getConnection() throws SQLException {
                connections.incrementAndGet();
                return super.getConnection();
            }
        });
        var reads = new AtomicInteger();
        var remembered = new Remembered<>(jdbc, "code-lists", () -> {
            reads.incrementAndGet();
            return jdbc.sql("select count(*) from code_list_entry").query(Long.class).single();
        });
        var together = new CyclicBarrier(READERS);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var tasks = new ArrayList<Callable<Long>>();
            for (int i = 0; i < READERS; i++) {
                tasks.add(() -> {
                    together.await();
                    return remembered.get();
                });
            }
            for (var answer : threads.invokeAll(tasks)) {
                assertThat(answer.get()).isPositive();
            }
        }

        assertThat(reads).hasValue(1);
        assertThat(connections).as("the edition and the data, once each").hasValue(2);
    }
}
