package org.jingzhun.starter.crypto;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Looks regularly whether there are new keys, so that a key can be changed while all instances are in use. */
class KeyReload implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(KeyReload.class);

    private final KeyRing keys;
    private final StoredDigests digests;
    private final CryptoSettings settings;
    private volatile CountDownLatch stop = new CountDownLatch(0);
    private volatile boolean running;

    KeyReload(KeyRing keys, StoredDigests digests, CryptoSettings settings) {
        this.keys = keys;
        this.digests = digests;
        this.settings = settings;
    }

    @Override
    public synchronized void start() {
        if (!running && settings.keyRing() != null) {
            running = true;
            var end = new CountDownLatch(1);
            stop = end;
            Thread.ofPlatform().name("key-reload").daemon().start(() -> reloadUntil(end));
        }
    }

    @Override
    public synchronized void stop() {
        running = false;
        stop.countDown();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void reloadUntil(CountDownLatch end) {
        try {
            while (!end.await(settings.reloadEvery().toMillis(), TimeUnit.MILLISECONDS)) {
                reload();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The keys that are known go on to be good; what is wrong is said, and looked at again. */
    private void reload() {
        var file = settings.keyRing();
        try {
            if (file != null) {
                keys.reload(KeyRingFile.read(file));
                digests.reloaded();
            }
        } catch (KeyRingUnusable e) {
            log.error("The keys cannot be read again: {} {}", e.getMessage(), e.remedy());
        } catch (RuntimeException e) {
            log.warn("The keys cannot be read again now", e);
        }
    }
}
