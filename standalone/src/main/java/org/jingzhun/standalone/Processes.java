package org.jingzhun.standalone;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import org.jingzhun.standalone.process.Child;
import org.jingzhun.standalone.settings.Settings;

/** What runs: engines and services, which end in the reverse order. Once they are to end, none is started any more. */
final class Processes {

    private final Settings settings;
    private final List<Child> engines = Collections.synchronizedList(new ArrayList<>());
    private final List<Child> services = Collections.synchronizedList(new ArrayList<>());
    private volatile boolean ending;

    Processes(Settings settings) {
        this.settings = settings;
    }

    /** Returns when it is ready. */
    void engine(Child engine) {
        start(engines, engine);
    }

    /** Returns when it is ready. */
    void service(Child service) {
        start(services, service);
    }

    private void start(List<Child> kind, Child child) {
        if (begin(kind, child)) {
            child.awaitReady(settings.startTimeout());
            child.keepAlive();
        }
    }

    /** Runs a service that ends by itself; how it ended, or 0 if it was not even begun. */
    int once(Child service) {
        if (!begin(services, service)) {
            return 0;
        }
        var exit = service.awaitEnd();
        service.stop();
        services.remove(service);
        return exit;
    }

    private synchronized boolean begin(List<Child> kind, Child child) {
        if (ending) {
            return false;
        }
        kind.add(child);
        child.start();
        return true;
    }

    /** From now on nothing is started. */
    synchronized void close() {
        ending = true;
    }

    boolean ending() {
        return ending;
    }

    /** Services first: they still write while they end. */
    void stop() {
        stop(services);
        stop(engines);
    }

    private static void stop(List<Child> children) {
        var all = List.copyOf(children);
        CompletableFuture.allOf(all.stream()
                .map(child -> CompletableFuture.runAsync(child::stop, Thread::startVirtualThread))
                .toArray(CompletableFuture[]::new)).join();
    }
}
