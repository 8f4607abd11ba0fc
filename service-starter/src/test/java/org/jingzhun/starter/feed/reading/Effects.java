package org.jingzhun.starter.feed.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Stores the last version of each thing, as a service should. */
final class Effects implements FactListener {

    private final JdbcClient jdbc;
    final List<String> applied = new ArrayList<>();
    final List<Integer> caughtUp = new ArrayList<>();
    String refused = "";
    boolean passing;
    @Nullable
    CountDownLatch inside;
    @Nullable
    CountDownLatch goOn;

    Effects(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String source() {
        return "probe";
    }

    @Override
    public void on(List<Fact> facts, int generation) {
        var before = List.copyOf(applied);
        try {
            facts.forEach(fact -> apply(fact, generation));
        } catch (RuntimeException e) {
            applied.clear();
            applied.addAll(before);
            throw e;
        }
    }

    private void apply(Fact fact, int generation) {
        jdbc.sql("""
                insert into effect (name, generation, version) values (:name, :generation, :version)
                    on duplicate key update
                       version = if(generation < :generation or version < :version, :version, version),
                       generation = greatest(generation, :generation)
                """).param("name", fact.aggregate().id()).param("generation", generation)
                .param("version", fact.aggregate().version()).update();
        applied.add(fact.aggregate().id() + " " + fact.aggregate().version());
        pause();
        if (passing) {
            throw new CannotAcquireLockException("somebody else has it");
        }
        if (fact.aggregate().id().equals(refused)) {
            throw new IllegalArgumentException("with a value that must not be stored");
        }
    }

    private void pause() {
        if (inside != null && goOn != null) {
            inside.countDown();
            try {
                goOn.await(20, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Override
    public void caughtUp(int generation) {
        jdbc.sql("delete from effect where generation < ?").param(generation).update();
        caughtUp.add(generation);
    }
}
