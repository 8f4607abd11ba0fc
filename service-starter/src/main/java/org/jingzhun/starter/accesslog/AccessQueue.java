package org.jingzhun.starter.accesslog;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Entries on their way into the table: one thread writes them, many in one statement.
 *
 * <p>While the database is away they wait, and are written when it is back. If there is no room left, or the writer has stopped, each
 * caller writes his own entry, and is refused with the error of the database if that fails: nobody opens anything unseen.
 */
class AccessQueue implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(AccessQueue.class);
    private static final int ROWS_PER_STATEMENT = 500;
    private static final Duration PATIENCE_AT_THE_END = Duration.ofSeconds(10);

    private final JdbcTemplate jdbc;
    private final Duration flushEvery;
    private final BlockingQueue<Entry> waiting;
    private final List<Entry> taken = new ArrayList<>(ROWS_PER_STATEMENT); // only the writer's
    private volatile CountDownLatch stop = new CountDownLatch(0);
    private volatile Thread writer = new Thread();
    private volatile boolean running;

    AccessQueue(JdbcTemplate jdbc, Duration flushEvery, int capacity) {
        this.jdbc = jdbc;
        this.flushEvery = flushEvery;
        this.waiting = new ArrayBlockingQueue<>(capacity);
    }

    void put(Entry entry) {
        if (!running || !waiting.offer(entry)) {
            jdbc.update(Entry.INSERT, entry::bind);
        }
    }

    @Override
    public synchronized void start() {
        if (!running) {
            stop = new CountDownLatch(1);
            running = true;
            writer = Thread.ofPlatform().name("access-log").daemon().start(this::writeUntilStopped);
        }
    }

    /** After the web server, whose last requests still open records, and before the connections are closed. */
    @Override
    public int getPhase() {
        return 0;
    }

    @Override
    public synchronized void stop() {
        if (!running) {
            return;
        }
        running = false;
        stop.countDown();
        try {
            writer.join(PATIENCE_AT_THE_END);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void writeUntilStopped() {
        try {
            while (!stop.await(flushEvery.toMillis(), TimeUnit.MILLISECONDS)) {
                writeAll();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        writeAll();
        if (!taken.isEmpty() || !waiting.isEmpty()) {
            log.error("{} entries of the access log are lost: the database did not take them before the end",
                    taken.size() + waiting.size());
        }
    }

    /** What the database does not take now stays and is tried again at the next turn. */
    private void writeAll() {
        try {
            while (!taken.isEmpty() || waiting.drainTo(taken, ROWS_PER_STATEMENT) > 0) {
                write(taken);
                taken.clear();
            }
        } catch (DataAccessException e) {
            log.warn("{} entries of the access log wait for the database", taken.size() + waiting.size(), e);
        } catch (RuntimeException e) { // the thread must not end
            log.error("{} entries of the access log wait", taken.size() + waiting.size(), e);
        }
    }

    private void write(List<Entry> entries) {
        try {
            jdbc.batchUpdate(Entry.INSERT, entries, entries.size(), (row, entry) -> entry.bind(row));
        } catch (DataIntegrityViolationException e) {
            for (var entry : entries) {
                writeAlone(entry);
            }
        }
    }

    /** One entry that no table takes must not hold up the others. */
    private void writeAlone(Entry entry) {
        try {
            jdbc.update(Entry.INSERT, entry::bind);
        } catch (DataIntegrityViolationException e) {
            log.error("an entry of the access log cannot be written: {} {} by {}", entry.opened().what(),
                    entry.opened().subject(), entry.by().account(), e);
        }
    }
}
