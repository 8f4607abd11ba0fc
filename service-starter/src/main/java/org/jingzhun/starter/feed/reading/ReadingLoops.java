package org.jingzhun.starter.feed.reading;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Reads each source on a thread of its own: when it nudges, else now and then. */
class ReadingLoops implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(ReadingLoops.class);

    private final List<Loop> loops;
    private final Duration every;
    private final Tracer tracer;
    private volatile boolean running;

    ReadingLoops(List<FeedReader> readers, Duration every, Tracer tracer) {
        this.loops = readers.stream().map(Loop::new).toList();
        this.every = every;
        this.tracer = tracer;
    }

    /** A nudge of a source that is not read is nothing. */
    void wake(String source) {
        loops.stream().filter(loop -> loop.reader.name().equals(source)).forEach(loop -> loop.wanted.release());
    }

    Optional<FeedReader> reader(String source) {
        return loops.stream().map(loop -> loop.reader).filter(reader -> reader.name().equals(source)).findFirst();
    }

    @Override
    public synchronized void start() {
        running = true;
        loops.forEach(loop -> loop.thread = Thread.ofVirtual().name("feed-" + loop.reader.name()).start(loop));
    }

    @Override
    public synchronized void stop() {
        running = false;
        loops.forEach(loop -> loop.wanted.release());
        for (var loop : loops) {
            try {
                loop.thread.join(Duration.ofSeconds(10));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private final class Loop implements Runnable {

        private final FeedReader reader;
        private final Semaphore wanted = new Semaphore(1);
        private Thread thread = Thread.ofVirtual().unstarted(this);

        private Loop(FeedReader reader) {
            this.reader = reader;
        }

        @Override
        public void run() {
            try {
                while (running) {
                    look();
                }
            } catch (InterruptedException e) { // the end, like the other one
                log.debug("{} is no longer read", reader.name());
            } finally {
                reader.leave();
            }
        }

        private void look() throws InterruptedException {
            try {
                var nudged = wanted.tryAcquire(every.toMillis(), TimeUnit.MILLISECONDS);
                wanted.drainPermits();
                if (running) {
                    read(nudged);
                }
            } catch (RuntimeException e) { // whatever it is: the next look may go better
                log.warn("{} could not be read: {}", reader.name(), Failure.of(e));
            }
        }

        /** Where there is something to read it may be traced; a look of which nobody knows whether it finds anything is not. */
        private void read(boolean nudged) {
            if (!nudged) {
                reader.readAll();
                return;
            }
            var span = tracer.spanBuilder().kind(Span.Kind.CONSUMER).name("feed " + reader.name()).start();
            try (var _ = tracer.withSpan(span)) {
                reader.readAll();
            } finally {
                span.end();
            }
        }
    }
}
