package org.jingzhun.starter.feed;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Has facts placed as soon as they are committed here, and now and then for those that were committed elsewhere. */
class Placing implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Placing.class);

    private final Sequencer sequencer;
    private final FeedState state;
    private final Runnable nudges;
    private final Duration every;
    private final Semaphore wanted = new Semaphore(0);
    private volatile boolean running;
    private volatile boolean begun;
    private Thread thread = Thread.ofVirtual().unstarted(this::work);

    Placing(Sequencer sequencer, FeedState state, Runnable nudges, Duration every) {
        this.sequencer = sequencer;
        this.state = state;
        this.nudges = nudges;
        this.every = every;
    }

    void wake() {
        wanted.release();
    }

    private void work() {
        while (running) {
            try {
                if (wanted.tryAcquire(every.toMillis(), TimeUnit.MILLISECONDS)) {
                    wanted.drainPermits();
                }
                if (running) {
                    place();
                }
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /** A database that is away costs time, no fact. */
    private void place() {
        try {
            if (!begun) {
                state.begin();
                begun = true;
            }
            if (sequencer.placeAll() > 0) {
                nudges.run();
            }
        } catch (RuntimeException e) {
            log.warn("facts wait to be placed: {}", e.toString());
        }
    }

    @Override
    public synchronized void start() {
        running = true;
        wanted.release(); // what was left over by the last start
        thread = Thread.ofVirtual().name("fact-placing").start(this::work);
    }

    @Override
    public synchronized void stop() {
        running = false;
        wake();
        try {
            thread.join(Duration.ofSeconds(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
