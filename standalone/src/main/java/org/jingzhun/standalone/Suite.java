package org.jingzhun.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.jingzhun.standalone.backup.HalfRestore;
import org.jingzhun.standalone.demo.Demo;
import org.jingzhun.standalone.process.FolderLock;
import org.jingzhun.standalone.process.Ports;
import org.jingzhun.standalone.process.StaleProcesses;
import org.jingzhun.standalone.process.Watchdog;
import org.jingzhun.standalone.service.KeyRings;
import org.jingzhun.standalone.service.Service;
import org.jingzhun.standalone.service.Services;
import org.jingzhun.standalone.settings.FreeSpace;
import org.jingzhun.standalone.settings.PrivateFiles;
import org.jingzhun.standalone.settings.Secrets;
import org.jingzhun.standalone.settings.Settings;
import org.jingzhun.standalone.text.Console;
import org.jingzhun.standalone.text.Refusal;
import org.jspecify.annotations.Nullable;

/** One installation, from the lock on its folder to the last process that ends: what is looked at, started, told and ended, in which order. */
final class Suite {

    private static final int MINUTES_BETWEEN_LOOKS = 1;

    private final Settings settings;
    private final Console console;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Processes processes;
    private final ExecutorService tasks = Executors.newVirtualThreadPerTaskExecutor();

    private List<Service> present = List.of();
    private volatile @Nullable FolderLock lock;
    private volatile @Nullable Watchdog watchdog;

    Suite(Settings settings, Console console) {
        this.settings = settings;
        this.console = console;
        this.processes = new Processes(settings);
    }

    /** Returns when everything is ready, or refuses; then {@link #stop} has to be called. */
    void start() {
        PrivateFiles.folder(settings.data());
        lock = FolderLock.of(settings.data());
        PrivateFiles.folder(settings.run());
        deleteReadyFile();
        console.say("begin", settings.data());
        present = Services.present(settings);
        for (var name : StaleProcesses.end(settings.run())) {
            console.say("stale-ended", name);
        }
        if (HalfRestore.mend(settings)) {
            console.say("restore-undone", settings.data());
        }
        FreeSpace.of(settings).require();

        var secrets = new Secrets(settings);
        var stores = new Stores(settings, secrets, present, console);
        stores.requireFreePorts();
        requireFreePorts();
        watchdog = Watchdog.over(settings.run());

        var keyRings = new KeyRings(settings, present);
        var kit = new Services(settings, secrets, stores.databases(), stores.redisUrls(), keyRings, console);
        new Startup(present, stores, kit, keyRings, processes, tasks).run(this::signInReady);
        watchDisk();
        if (settings.demo()) {
            demo(secrets);
        }
        ready(secrets);
        tasks.execute(() -> present.forEach(service -> train(kit, service)));
    }

    /** Ends everything in the reverse order: services, then engines. May be called at any time, from any thread. */
    synchronized void stop() {
        if (stopping()) {
            return;
        }
        processes.close();
        stopped.countDown();
        deleteReadyFile();
        if (watchdog != null) {
            console.say("stopping");
        }
        processes.stop();
        tasks.shutdownNow();
        if (watchdog != null) {
            watchdog.close();
            console.say("stopped");
        }
        if (lock != null) {
            lock.close();
        }
    }

    boolean stopping() {
        return processes.ending();
    }

    void awaitStop() throws InterruptedException {
        stopped.await();
    }

    private void requireFreePorts() {
        for (var service : present) {
            Ports.requireFree(service.module(), service.port(settings),
                    service == Service.GATEWAY ? "--port" : service.portSetting());
            Ports.requireFree(service.module(), service.managementPort(settings), service.managementPortSetting());
        }
    }

    private void signInReady() {
        if (!stopping()) {
            console.say("sign-in-ready", settings.publicUrl());
        }
    }

    private void ready(Secrets secrets) {
        if (stopping()) {
            return;
        }
        console.say("all-ready");
        var absent = Stream.of(Service.values()).filter(it -> !present.contains(it)).map(Service::module).toList();
        if (!absent.isEmpty()) {
            console.say("not-built", String.join(", ", absent));
        }
        console.print("address", settings.publicUrl());
        if (settings.demo()) {
            console.print("demo-accounts", secrets.of("DEMO_PASSWORD"), secrets.of("DEMO_IMPORTER_SECRET"));
        }
        console.print("first-administrator", secrets.file("IDENTITY_ADMIN_PASSWORD"));
        console.print("folders", settings.logs(), settings.data(), settings.keys());
        PrivateFiles.write(readyFile(), "address=%s%n".formatted(settings.publicUrl()));
    }

    /** Before the last lines, so that the address is what the operator sees last. */
    private void demo(Secrets secrets) {
        try {
            var address = settings.text("SERVER_ADDRESS", "127.0.0.1");
            new Demo(settings, "http://%s:%d".formatted(address.equals("0.0.0.0") ? "127.0.0.1" : address,
                    settings.publicPort()), secrets.of("DEMO_IMPORTER_SECRET"), console, stopped).run();
        } catch (Refusal refusal) {
            if (!stopping()) {
                console.say("demo-failed", refusal.in(console.words()));
            }
        } catch (RuntimeException e) {
            if (!stopping()) {
                console.say("demo-failed", e);
            }
        }
    }

    private void train(Services kit, Service service) {
        var jar = kit.prepare(service);
        if (stopping() || !kit.wantsTraining(service, jar)) {
            return;
        }
        var exit = processes.once(kit.training(service, jar));
        if (kit.keepTraining(service, jar, stopping() ? 1 : exit)) {
            console.say("trained", service.module());
        } else if (!stopping()) {
            console.say("not-trained", service.module(), exit, settings.logs());
        }
    }

    private void watchDisk() {
        tasks.execute(() -> {
            var space = FreeSpace.of(settings);
            var told = false;
            try {
                while (!stopped.await(MINUTES_BETWEEN_LOOKS, TimeUnit.MINUTES)) {
                    if (space.low() && !told) {
                        console.say("disk-low", space.data(), space.megabytes());
                    }
                    told = space.low();
                }
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /** There as long as the suite can be used: scripts wait for it. */
    private Path readyFile() {
        return settings.run().resolve("ready.properties");
    }

    private void deleteReadyFile() {
        try {
            Files.deleteIfExists(readyFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
