package org.jingzhun.standalone;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

import org.jingzhun.standalone.service.KeyRings;
import org.jingzhun.standalone.service.Service;
import org.jingzhun.standalone.service.Services;
import org.jingzhun.standalone.text.Refusal;

/**
 * The order in which everything starts: as many at once as the machine carries, in the order in which people want them: sign-in, the
 * register, the departments. A service waits for the engines and for its turn.
 */
final class Startup {

    /** From this many processors on it is quicker to start all services at once. */
    private static final int PROCESSORS_FOR_ALL = 4;
    private static final int LANES_OF_A_SMALL_MACHINE = 2;

    private final List<Service> present;
    private final Stores stores;
    private final Services kit;
    private final KeyRings keyRings;
    private final Processes processes;
    private final Executor tasks;

    Startup(List<Service> present, Stores stores, Services kit, KeyRings keyRings, Processes processes, Executor tasks) {
        this.present = present;
        this.stores = stores;
        this.kit = kit;
        this.keyRings = keyRings;
        this.processes = processes;
        this.tasks = tasks;
    }

    /** Returns when all are ready; {@code signInReady} is told as soon as people can sign in. */
    void run(Runnable signInReady) {
        var mariaDb = stores.mariaDb();
        var database = mariaDb == null ? done() : task(() -> processes.engine(mariaDb.child()));
        var redis = CompletableFuture.allOf(stores.redis().stream().map(one -> task(() -> processes.engine(one.child())))
                .toArray(CompletableFuture[]::new));
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
            var engines = service.schema().isPresent() ? CompletableFuture.allOf(database, redis) : redis;
            up.put(service, after(() -> inALane(lanes, hasItsTurn, () -> {
                var jar = jars.computeIfAbsent(service, it -> result(() -> kit.prepare(it))).join();
                processes.service(kit.child(service, jar));
            }), engines, keys, earlier));
            earlier = hasItsTurn;
        }
        var signIn = CompletableFuture.allOf(up.get(Service.GATEWAY), up.get(Service.IDENTITY)).thenRunAsync(signInReady, tasks);
        var all = new ArrayList<>(up.values());
        all.addAll(List.of(database, redis, signIn));
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
}
