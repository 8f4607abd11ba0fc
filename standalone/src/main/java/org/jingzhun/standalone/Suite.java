package org.jingzhun.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.jingzhun.standalone.backup.HalfRestore;
import org.jingzhun.standalone.demo.Demo;
import org.jingzhun.standalone.engine.MariaDb;
import org.jingzhun.standalone.engine.Redis;
import org.jingzhun.standalone.engine.Schema;
import org.jingzhun.standalone.process.Child;
import org.jingzhun.standalone.process.FolderLock;
import org.jingzhun.standalone.process.Ports;
import org.jingzhun.standalone.process.StaleProcesses;
import org.jingzhun.standalone.process.Watchdog;
import org.jingzhun.standalone.service.Database;
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

/** All processes of one installation: in which order they start, what happens when one ends, in which order they stop. */
final class Suite {

    /** From this many processors on it is quicker to start all services at once. */
    private static final int PROCESSORS_FOR_ALL = 4;
    private static final int LANES_OF_A_SMALL_MACHINE = 2;
    private static final int MINUTES_BETWEEN_LOOKS = 1;

    private final Settings settings;
    private final Console console;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final List<Child> engines = Collections.synchronizedList(new ArrayList<>());
    private final List<Child> services = Collections.synchronizedList(new ArrayList<>());
    private final ExecutorService tasks = Executors.newVirtualThreadPerTaskExecutor();

    private List<Service> present = List.of();
    private volatile boolean stopping;
    private volatile @Nullable FolderLock lock;
    private volatile @Nullable Watchdog watchdog;

    Suite(Settings settings, Console console) {
        this.settings = settings;
        this.console = console;
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
        var databases = new EnumMap<Service, Database>(Service.class);
        var mariaDb = mariaDb(secrets, databases);
        var urls = new LinkedHashMap<String, String>();
        var redis = redis(secrets, urls);
        requireFreePorts(mariaDb, redis);
        watchdog = Watchdog.over(settings.run());

        var keyRings = new KeyRings(settings, present);
        var kit = new Services(settings, secrets, databases, urls, keyRings, console);
        startAll(kit, mariaDb, redis, keyRings);
        watchDisk();
        if (settings.demo()) {
            demo(secrets);
        }
        ready(secrets);
        tasks.execute(() -> present.forEach(service -> train(kit, service)));
    }

    /** Ends everything in the reverse order: services, then engines. May be called at any time, from any thread. */
    synchronized void stop() {
        if (stopping) {
            return;
        }
        stopping = true;
        stopped.countDown();
        deleteReadyFile();
        if (watchdog != null) {
            console.say("stopping");
        }
        stop(services);
        stop(engines);
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
        return stopping;
    }

    void awaitStop() throws InterruptedException {
        stopped.await();
    }

    private @Nullable MariaDb mariaDb(Secrets secrets, Map<Service, Database> databases) {
        var schemas = new LinkedHashMap<Service, Schema>();
        for (var service : present) {
            service.schema().ifPresent(schema -> {
                if (secrets.given(service.db("URL")).isPresent()) {
                    databases.put(service, given(service, secrets));
                } else {
                    schemas.put(service, new Schema(schema, service.account(), secrets.of(service.db("PASSWORD")),
                            service.account() + "_migration", secrets.of(service.db("MIGRATION_PASSWORD"))));
                }
            });
        }
        if (schemas.isEmpty()) {
            return null;
        }
        var mariaDb = new MariaDb(settings, List.copyOf(schemas.values()), console);
        schemas.forEach((service, schema) -> databases.put(service, new Database(mariaDb.url(schema), schema.user(),
                schema.password(), schema.migrationUser(), schema.migrationPassword())));
        return mariaDb;
    }

    private static Database given(Service service, Secrets secrets) {
        return new Database(given(service, "URL", secrets), given(service, "USER", secrets),
                given(service, "PASSWORD", secrets), given(service, "MIGRATION_USER", secrets),
                given(service, "MIGRATION_PASSWORD", secrets));
    }

    private static String given(Service service, String which, Secrets secrets) {
        return secrets.given(service.db(which))
                .orElseThrow(() -> new Refusal("database-half-given", service.db("URL"), service.db(which)));
    }

    private List<Redis> redis(Secrets secrets, Map<String, String> urls) {
        var embedded = new ArrayList<Redis>();
        for (var use : Redis.Use.values()) {
            var given = secrets.given(use.urlSetting());
            if (given.isPresent()) {
                urls.put(use.urlSetting(), given.get());
            } else {
                var redis = new Redis(settings, use, secrets.of("REDIS_%s_PASSWORD".formatted(use.name())), console);
                urls.put(use.urlSetting(), redis.url());
                embedded.add(redis);
            }
        }
        return embedded;
    }

    private void requireFreePorts(@Nullable MariaDb mariaDb, List<Redis> redis) {
        if (mariaDb != null) {
            Ports.requireFree("MariaDB", mariaDb.port(), MariaDb.PORT_SETTING);
        }
        for (var one : redis) {
            Ports.requireFree(one.title(), one.port(), one.portSetting());
        }
        for (var service : present) {
            Ports.requireFree(service.module(), service.port(settings),
                    service == Service.GATEWAY ? "--port" : service.portSetting());
            Ports.requireFree(service.module(), service.managementPort(settings), service.managementPortSetting());
        }
    }

    /**
     * As many at once as the machine carries, in the order in which people want them: sign-in, the register, the departments.
     * A service waits for the engines and for its turn.
     */
    private void startAll(Services kit, @Nullable MariaDb mariaDb, List<Redis> redis, KeyRings keyRings) {
        var database = mariaDb == null ? done() : task(() -> start(engines, mariaDb.child()));
        var stores = CompletableFuture.allOf(
                redis.stream().map(one -> task(() -> start(engines, one.child()))).toArray(CompletableFuture[]::new));
        var keyTool = result(() -> kit.prepare(Service.IDENTITY)); // a library of the service makes the keys of all
        var jars = new ConcurrentHashMap<Service, CompletableFuture<Path>>(Map.of(Service.IDENTITY, keyTool));
        present.stream().filter(Service::needed)
                .forEach(one -> jars.computeIfAbsent(one, it -> result(() -> kit.prepare(it))));
        var keys = keyTool.thenAcceptAsync(keyRings::make, tasks);

        var lanes = new Semaphore(Runtime.getRuntime().availableProcessors() >= PROCESSORS_FOR_ALL
                ? present.size()
                : LANES_OF_A_SMALL_MACHINE);
        var up = new EnumMap<Service, CompletableFuture<Void>>(Service.class);
        var earlier = done();
        for (var service : present) {
            var hasItsTurn = new CompletableFuture<Void>();
            var engines = service.schema().isPresent() ? CompletableFuture.allOf(database, stores) : stores;
            up.put(service, after(() -> inALane(lanes, hasItsTurn, () -> {
                var jar = jars.computeIfAbsent(service, it -> result(() -> kit.prepare(it))).join();
                start(services, kit.child(service, jar));
            }), engines, keys, earlier));
            earlier = hasItsTurn;
        }
        var signIn = CompletableFuture.allOf(up.get(Service.GATEWAY), up.get(Service.IDENTITY))
                .thenRunAsync(() -> console.say("sign-in-ready", settings.publicUrl()), tasks);
        var all = new ArrayList<>(up.values());
        all.addAll(List.of(database, stores, signIn));
        awaitAll(all);
    }

    private static void inALane(Semaphore lanes, CompletableFuture<Void> hasItsTurn, Runnable start) {
        lanes.acquireUninterruptibly();
        try {
            hasItsTurn.complete(null);
            start.run();
        } finally {
            lanes.release();
        }
    }

    private void start(List<Child> kind, Child child) {
        synchronized (this) {
            if (stopping) {
                return;
            }
            kind.add(child);
            child.start();
        }
        child.awaitReady(settings.startTimeout());
        child.keepAlive();
    }

    /** Whatever fails first ends the waiting: the others would only be in the way of its sentence. */
    private static void awaitAll(List<CompletableFuture<Void>> all) {
        var failed = new CompletableFuture<Void>();
        for (var one : all) {
            var _ = one.whenComplete((_, problem) -> {
                if (problem != null) {
                    failed.completeExceptionally(problem);
                }
            });
        }
        try {
            CompletableFuture.anyOf(CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)), failed).get();
        } catch (ExecutionException e) {
            var cause = e.getCause();
            while (cause instanceof CompletionException && cause.getCause() != null) {
                cause = cause.getCause();
            }
            if (cause instanceof RuntimeException known) {
                throw known;
            }
            throw new IllegalStateException(cause);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new Refusal("interrupted");
        }
    }

    private CompletableFuture<Void> after(Runnable task, CompletableFuture<?>... earlier) {
        return CompletableFuture.allOf(earlier).thenRunAsync(task, tasks);
    }

    private CompletableFuture<Void> task(Runnable task) {
        return CompletableFuture.runAsync(task, tasks);
    }

    private <T> CompletableFuture<T> result(Supplier<T> task) {
        return CompletableFuture.supplyAsync(task, tasks);
    }

    private static CompletableFuture<Void> done() {
        return CompletableFuture.completedFuture(null);
    }

    private void ready(Secrets secrets) {
        if (stopping) {
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
            if (!stopping) {
                console.say("demo-failed", refusal.in(console.words()));
            }
        } catch (RuntimeException e) {
            if (!stopping) {
                console.say("demo-failed", e);
            }
        }
    }

    private void train(Services kit, Service service) {
        var jar = kit.prepare(service);
        if (stopping || !kit.wantsTraining(service, jar)) {
            return;
        }
        var run = kit.training(service, jar);
        synchronized (this) {
            if (stopping) {
                return;
            }
            services.add(run);
            run.start();
        }
        var exit = run.awaitEnd();
        run.stop();
        services.remove(run);
        if (kit.keepTraining(service, jar, stopping ? 1 : exit)) {
            console.say("trained", service.module());
        } else if (!stopping) {
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

    private void stop(List<Child> children) {
        var all = List.copyOf(children);
        CompletableFuture.allOf(all.stream()
                .map(child -> CompletableFuture.runAsync(child::stop, Thread::startVirtualThread))
                .toArray(CompletableFuture[]::new)).join();
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
