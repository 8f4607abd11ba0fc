package org.jingzhun.starter.feed.reading;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import static org.assertj.core.api.Assertions.assertThat;

/** The way of a page from the source to the reader. */
final class Way implements AutoCloseable {

    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch arrival = new CountDownLatch(1);

    void travel() {
        asked.countDown();
        try {
            arrival.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    void awaitAsked() throws InterruptedException {
        assertThat(asked.await(20, TimeUnit.SECONDS)).isTrue();
    }

    void arrive() {
        arrival.countDown();
    }

    @Override
    public void close() { // also when the test fails: executors wait for their threads
        arrive();
    }
}
